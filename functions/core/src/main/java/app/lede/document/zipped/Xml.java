package app.lede.document.zipped;

import app.lede.document.Charsets;
import app.lede.document.CleanText;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses XML entries without DTDs, external entities or other files. */
final class Xml {

    /** Maximum entry size. A tree takes up to forty times its bytes; text of this size has ten thousand pages. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final int MAX_DEPTH = 512;

    private Xml() {}

    static Optional<Document> read(Archive archive, String name) throws ReadingRefused {
        Optional<byte[]> bytes = archive.get(name);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(Prefixes.usual(parse(bytes.get(), name)));
    }

    static Optional<Document> readHtml(Archive archive, String name) throws ReadingRefused {
        Optional<byte[]> bytes = archive.get(name);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(parse(bytes.get(), name, Parser.htmlParser()));
    }

    /** Parses a document that is one XML file; {@code name} names it in messages. */
    static Document parse(byte[] bytes, String name) throws ReadingRefused {
        return parse(bytes, name, Parser.xmlParser());
    }

    private static Document parse(byte[] bytes, String name, Parser parser) throws ReadingRefused {
        if (bytes.length > MAX_BYTES) {
            throw new ReadingRefused(
                    Problem.TOO_LARGE, name + " has " + bytes.length + " bytes; " + MAX_BYTES + " are read");
        }
        String text = CleanText.of(Charsets.decode(bytes, null).text());
        return parser.setMaxDepth(MAX_DEPTH).parseInput(text, "");
    }
}
