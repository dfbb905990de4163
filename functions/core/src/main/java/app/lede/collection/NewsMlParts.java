package app.lede.collection;

import app.lede.document.CleanText;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Streams the items of a news agency's message: NewsML-G2's {@code newsMessage}, and NewsML 1. Not thread safe. */
final class NewsMlParts implements Parts {

    private static final Pattern MESSAGE = Pattern.compile(
            "(?s)(?:\\s|\u00ef\u00bb\u00bf|<\\?.{0,500}?\\?>|<!--.{0,2000}?-->|<!DOCTYPE[^>]{0,500}>)*+<(?:[\\w.-]{1,60}:)?(?:newsMessage|NewsML)\\b.*");

    private final StreamParser items;
    private int number;

    NewsMlParts(InputStream in, Charset charset) {
        this.items = new StreamParser(Parser.xmlParser()).parse(new InputStreamReader(in, charset), "");
    }

    static boolean isMessage(String head) {
        return MESSAGE.matcher(head).matches();
    }

    @Override
    public Optional<Part> next() throws IOException {
        try {
            Element item = items.selectNext("newsItem, NewsItem, *|newsItem, *|NewsItem");
            if (item == null) {
                return Optional.empty();
            }
            byte[] bytes = CleanText.of(item.outerHtml()).getBytes(StandardCharsets.UTF_8);
            item.remove();
            String name = "item " + ++number;
            return Optional.of(
                    bytes.length > MAX_PART
                            ? new Part.Broken(
                                    name, Problem.TOO_LARGE, bytes.length + " bytes, at most " + MAX_PART + " are read")
                            : new Part.Document(name + ".xml", bytes, "application/xml"));
        } catch (UncheckedIOException e) {
            throw new ReadingRefused(Problem.UNREADABLE, "broken XML: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        items.close();
    }
}
