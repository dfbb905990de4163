package app.lede.document;

import app.lede.text.LowerCase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Detects a document's type by its first bytes. Binary formats have a signature; text is recognised by its beginning
 * (WHATWG MIME Sniffing, section 7.1); only ambiguous text takes the declared type.
 */
final class Signature {

    /** Bytes examined from the first that is neither white space nor part of a comment; enough for all signatures. */
    private static final int WINDOW = 4096;

    /**
     * Share of control characters above which content is binary. Text has almost none; compressed or random bytes have
     * one in ten, programs and images more.
     */
    private static final double BINARY_SHARE = 0.03;

    /** Number of stray control characters tolerated in short texts. */
    private static final int STRAY = 8;

    private static final double SHORT_BINARY_SHARE = 0.1;

    private static final String OLE = "\u00d0\u00cf\u0011\u00e0";

    private static final String ENCRYPTED_PACKAGE = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

    private static final List<String> IMAGES_AND_ARCHIVES = List.of(
            "\u0089PNG",
            "GIF8",
            "\u00ff\u00d8\u00ff",
            "RIFF",
            "\u001f\u008b",
            "MZ",
            "\u007fELF",
            "Rar!",
            "7z\u00bc\u00af",
            "\u00d0\u00cf\u0011\u00e0",
            "ID3",
            "OggS",
            "BZh",
            "\u00fd7zXZ");

    private static final Pattern PAGE = Pattern.compile(
            "(?:\\s|<!--(?s:.{0,2000}?)-->|<\\?xml[^>]{0,200}>)*+<(?:!doctype(?:\\s+html|\\s*>|\\s+\"?-//[^>]{0,20}//DTD"
                + " X?HTML)|(?:html|head|body|title|meta|link|script|style|"
                + "div|p|article|main|section|table|h[1-6]|iframe|font|br|a|b|ul|ol|span|header|nav)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OTHER_MARKUP = Pattern.compile(
            "\\s*(?:<\\?xml|<(?:rss|feed|rdf:RDF|svg|opml|urlset|sitemapindex)\\b)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MAIL = Pattern.compile(
            "(?:From|To|Sender|Reply-To|Received|Received-SPF|Return-Path|Delivered-To|MIME-Version|Message-I[Dd]|Date|Subject|Content-Type|Authentication-Results|DKIM-Signature|ARC-[\\w-]{1,40}|List-[\\w-]{1,40}|X-[\\w-]{1,40}):?"
                + " \\S.{0,500}\\n"
                + "(?:[ \\t].{0,500}\\n"
                + "|[A-Z][\\w-]{1,40}: ?.{0,500}\\n"
                + "){1,40}");

    private static final Pattern SAVED_PAGE = Pattern.compile("^Content-Type:\\s*multipart/related", Pattern.MULTILINE);

    private static final Pattern JSON = Pattern.compile("\\s*(?:\\{\\s*\"|\\[\\s*[\\[{\"])");

    /** Matches a tag of HTML's content, in either case; "<someone@example.org>" and "a < b" are none. */
    private static final Pattern ANY_TAG = Pattern.compile(
            "</?(?:html|head|body|title|meta|link|script|style|p|div|br|hr|h[1-6]|a|b|i|em|strong|span|font|center|img|ul|ol|li|dl"
                + "|dt|dd|table|tbody|tr|td|th|article|section|main|header|footer|nav|aside|figure|blockquote|pre|form"
                + "|iframe|noscript)(?=[\\s/>])",
            Pattern.CASE_INSENSITIVE);

    private Signature() {}

    static DocumentType of(byte[] bytes, Supplier<DocumentType> declared) {
        String head = new String(bytes, 0, Math.min(bytes.length, WINDOW), StandardCharsets.ISO_8859_1);
        if (head.substring(0, Math.min(1024, head.length())).contains("%PDF-")) {
            return DocumentType.PDF;
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return archive(head);
        }
        if (head.startsWith(OLE)) {
            return contains(bytes, ENCRYPTED_PACKAGE) ? DocumentType.DOCX : DocumentType.UNKNOWN;
        }
        boolean wide = head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe");
        if (!wide && isBinary(head)) {
            return DocumentType.UNKNOWN;
        }
        if (wide) {
            byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, WINDOW));
            return ofText(Charsets.decode(start, null).text(), bytes, declared);
        }
        int from = afterComments(bytes);
        int to = Math.min(bytes.length, from + WINDOW);
        return ofText(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1), bytes, declared);
    }

    /** Returns the index of the first byte that is no white space, byte order mark or comment; 0 if there is none. */
    private static int afterComments(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] <= ' ' && bytes[at] >= 0) {
                at++;
            } else if (startsWith(bytes, at, "\u00ef\u00bb\u00bf")) {
                at += 3;
            } else if (startsWith(bytes, at, "<!--")) {
                at = endOfComment(bytes, at + 2);
            } else {
                return at;
            }
        }
        return 0;
    }

    private static int endOfComment(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && !startsWith(bytes, at, "-->")) {
            at++;
        }
        return Math.min(bytes.length, at + 3);
    }

    private static boolean startsWith(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= bytes.length || (char) (bytes[at + i] & 0xff) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Tests for an encrypted Office file by the name of its stream, in UTF-16. */
    private static boolean contains(byte[] bytes, String name) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(name);
    }

    private static DocumentType archive(String head) {
        if (head.contains("mimetypeapplication/epub+zip") || head.contains("META-INF/container.xml")) {
            return DocumentType.EPUB;
        }
        return head.contains("word/") || head.contains("[Content_Types].xml")
                ? DocumentType.DOCX
                : DocumentType.UNKNOWN;
    }

    private static DocumentType ofText(String text, byte[] whole, Supplier<DocumentType> declared) {
        if (PAGE.matcher(text).lookingAt()) {
            return DocumentType.HTML;
        }
        String lines = text.replace("\r\n", "\n");
        if (MAIL.matcher(lines).lookingAt()) {
            return SAVED_PAGE.matcher(lines).find() ? DocumentType.MHTML : DocumentType.EML;
        }
        if (OTHER_MARKUP.matcher(text).lookingAt()) {
            return LowerCase.of(text).contains("<html") ? DocumentType.HTML : DocumentType.UNKNOWN;
        }
        if (JSON.matcher(text).lookingAt()) {
            return DocumentType.JSON;
        }
        return believed(declared.get(), whole);
    }

    /** Returns the declared type if it has no signature of its own; a page without a single tag anywhere is text. */
    private static DocumentType believed(DocumentType declared, byte[] bytes) {
        return switch (declared) {
            case MARKDOWN -> DocumentType.MARKDOWN;
            case HTML -> hasTag(bytes) ? DocumentType.HTML : DocumentType.TEXT;
            case TEXT, JSON, PDF, DOCX, EPUB, EML, MHTML, UNKNOWN -> DocumentType.TEXT;
        };
    }

    private static boolean hasTag(byte[] bytes) {
        return ANY_TAG.matcher(Charsets.decode(bytes, null).text()).find();
    }

    private static boolean isBinary(String head) {
        if (IMAGES_AND_ARCHIVES.stream().anyMatch(head::startsWith)) {
            return true;
        }
        long controls = head.chars().filter(Signature::isBinaryControl).count();
        double share = controls <= STRAY ? SHORT_BINARY_SHARE : BINARY_SHARE;
        return controls > head.length() * share;
    }

    private static boolean isBinaryControl(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b;
    }
}
