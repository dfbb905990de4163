package app.lede.document;

import app.lede.document.Reading.Page;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * From bytes to something an article can be looked for in: which type, which charset, then the type's own reader. Reads
 * HTML, plain text and Markdown; every other type has the outcome {@code unknown-type}.
 *
 * <p>Thread safe; holds no state. Never throws for any bytes: what can't be read is a {@link Unreadable}.
 */
public final class DocumentReader {

    /** The size up to which a document is read, in bytes. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** How deep elements may nest; deeper ones become siblings. Real pages stay below 100, browsers stop at 512. */
    private static final int MAX_DEPTH = 512;

    /** A text in which every fifth character could not be decoded tells nobody anything. */
    private static final double BROKEN_SHARE = 0.2;

    /** Reads a document; the answer says why if it can't. */
    public Reading read(RawDocument document) {
        byte[] bytes = document.bytes();
        if (bytes.length == 0) {
            return new Unreadable(Problem.EMPTY, "no bytes");
        }
        if (bytes.length > MAX_BYTES) {
            return new Unreadable(Problem.TOO_LARGE, bytes.length + " bytes, at most " + MAX_BYTES + " are read");
        }
        DocumentType type = DocumentType.of(document);
        return switch (type) {
            case HTML -> page(document);
            case TEXT, MARKDOWN -> plain(document, type);
            case MHTML, PDF, DOCX, EPUB, EML, JSON ->
                new Unreadable(Problem.UNKNOWN_TYPE, "no reader for documents of type " + type);
            case UNKNOWN -> new Unreadable(Problem.UNKNOWN_TYPE, "not a document: neither text nor a known format");
        };
    }

    private static Reading page(RawDocument document) {
        Charsets.Decoded decoded = Charsets.decode(document.bytes(), document.contentType());
        String html = CleanText.of(decoded.text());
        if (isBroken(html)) {
            return broken(decoded);
        }
        String base = document.url() == null ? "" : document.url();
        Document dom = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, base);
        return new Page(dom, decoded.charset());
    }

    private static Reading plain(RawDocument document, DocumentType type) {
        Charsets.Decoded decoded = Charsets.decode(document.bytes(), document.contentType());
        String text = CleanText.of(decoded.text());
        if (text.isBlank()) {
            return new Unreadable(Problem.EMPTY, "only white space");
        }
        return isBroken(text) ? broken(decoded) : new Plain(text, decoded.charset(), type);
    }

    private static boolean isBroken(String text) {
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        return broken > text.length() * BROKEN_SHARE;
    }

    private static Unreadable broken(Charsets.Decoded decoded) {
        return new Unreadable(Problem.UNREADABLE, "the bytes are no text in " + decoded.charset());
    }
}
