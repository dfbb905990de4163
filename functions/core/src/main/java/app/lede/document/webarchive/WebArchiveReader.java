package app.lede.document.webarchive;

import app.lede.document.Charsets;
import app.lede.document.CleanText;
import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.Reading;
import app.lede.document.Reading.Page;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.text.LowerCase;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads web archives of Safari (.webarchive): the page in the main resource of a property list, binary or XML. Other frames and
 * pictures are not read.
 *
 * <p>Stateless and thread safe.
 */
public final class WebArchiveReader {

    private static final int MAX_DEPTH = 512;
    private static final String MAIN = "WebMainResource";

    private WebArchiveReader() {}

    /** The page of an archive, as it was saved. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    private record Resource(byte[] data, String type, String charset, String url) {}

    /** Tests whether a property list's bytes are a web archive's. */
    public static boolean isOne(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(MAIN);
    }

    /** Reads a document. */
    public static Reading read(byte[] bytes) throws ReadingRefused {
        Resource main = bytes[0] == 'b' ? binary(bytes) : xml(bytes);
        if (!main.type().isEmpty() && !LowerCase.of(main.type()).contains("html")) {
            throw new ReadingRefused(
                    Problem.UNKNOWN_TYPE,
                    "a web archive of a file of type " + main.type() + ": upload the file itself");
        }
        Charsets.Decoded decoded =
                Charsets.decode(main.data(), main.charset().isEmpty() ? null : "text/html; charset=" + main.charset());
        String location = main.url().startsWith("http") ? main.url() : "";
        Document dom = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(CleanText.of(decoded.text()), location);
        boolean declared = dom.selectFirst("link[rel=canonical][href]") != null;
        return new Page(
                dom,
                decoded.charset(),
                DocumentMetadata.ranked(Rank.AFTER_TEXT).and(Term.URL, declared ? "" : location));
    }

    private static Resource binary(byte[] bytes) throws ReadingRefused {
        BinaryPropertyList list = BinaryPropertyList.of(bytes);
        Map<String, Long> main = list.dictionary(reference(list.root(), MAIN));
        return new Resource(
                list.data(reference(main, "WebResourceData")),
                text(list, main, "WebResourceMIMEType"),
                text(list, main, "WebResourceTextEncodingName"),
                text(list, main, "WebResourceURL"));
    }

    private static long reference(Map<String, Long> dictionary, String key) throws ReadingRefused {
        Long reference = dictionary.get(key);
        if (reference == null) {
            throw new ReadingRefused(
                    Problem.UNKNOWN_TYPE, "a property list without a page: save the page as HTML or PDF");
        }
        return reference;
    }

    private static String text(BinaryPropertyList list, Map<String, Long> dictionary, String key)
            throws ReadingRefused {
        Long reference = dictionary.get(key);
        return reference == null ? "" : list.text(reference);
    }

    private static Resource xml(byte[] bytes) throws ReadingRefused {
        String text = Charsets.decode(bytes, null).text();
        Document list = Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(text, "");
        Element main = value(list.selectFirst("plist > dict"), MAIN);
        Element data = value(main, "WebResourceData");
        if (data == null) {
            throw new ReadingRefused(
                    Problem.UNKNOWN_TYPE, "a property list without a page: save the page as HTML or PDF");
        }
        return new Resource(
                Base64.getMimeDecoder().decode(data.wholeText()),
                string(main, "WebResourceMIMEType"),
                string(main, "WebResourceTextEncodingName"),
                string(main, "WebResourceURL"));
    }

    private static @Nullable Element value(@Nullable Element dictionary, String key) {
        return Optional.ofNullable(dictionary).stream()
                .flatMap(dict -> dict.children().stream())
                .filter(child -> child.nameIs("key") && child.text().equals(key))
                .findFirst()
                .map(Element::nextElementSibling)
                .orElse(null);
    }

    private static String string(@Nullable Element dictionary, String key) {
        Element value = value(dictionary, key);
        return value == null ? "" : value.text();
    }
}
