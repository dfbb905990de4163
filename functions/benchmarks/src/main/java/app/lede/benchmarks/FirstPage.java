package app.lede.benchmarks;

import app.lede.extract.ArticleExtractor;
import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;

/**
 * What a fresh JVM takes for its first page; runs as a process of its own. jsoup's classes are loaded before the clock
 * starts, with a page of no interest.
 */
final class FirstPage {

    private FirstPage() {}

    /** Prints nanoseconds, on the clock and of processor: of making an extractor, and of reading the page that is named. */
    public static void main(String[] arguments) throws IOException {
        Page page = Page.in(Path.of(arguments[0])).getFirst();
        byte[] bytes = page.bytes();
        int characters = Jsoup.parse("<p></p>").text().length();
        Cost start = Cost.now();
        Engine engine = new Engine.Lede(new ArticleExtractor());
        Cost made = Cost.now();
        characters += engine.text(bytes, page.url()).length();
        Cost read = Cost.now();
        Cost making = made.minus(start);
        Cost reading = read.minus(made);
        System.out.println(
                making.wall() + " " + making.cpu() + " " + reading.wall() + " " + reading.cpu() + " " + characters);
    }
}
