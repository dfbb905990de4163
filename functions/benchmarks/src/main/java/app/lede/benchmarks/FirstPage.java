package app.lede.benchmarks;

import app.lede.extract.ArticleExtractor;
import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;

/**
 * Measures a fresh JVM's first page; runs as a separate process. jsoup's classes are loaded beforehand with an
 * unrelated page.
 */
final class FirstPage {

    private FirstPage() {}

    /** Prints wall and CPU nanoseconds for creating an extractor and for reading the named page. */
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
