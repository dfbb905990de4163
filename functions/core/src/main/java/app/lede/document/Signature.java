package app.lede.document;

import app.lede.document.webarchive.WebArchiveReader;
import app.lede.document.wire.WireReader;
import app.lede.document.zipped.ZipType;
import app.lede.text.LowerCase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Detects a document's type by its first bytes. Binary formats have a signature; text is recognised by its beginning
 * (WHATWG MIME Sniffing, section 7.1); only ambiguous text takes the declared type.
 *
 * @param type the type
 * @param detail names a type that is not read and says what to do; empty for the others
 */
record Signature(DocumentType type, String detail) {

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

    private static final String ENCRYPTED_PACKAGE = wide("EncryptedPackage");

    private static final Pattern PAGE = Pattern.compile(
            "(?:\\s|<!--(?s:.{0,2000}?)-->|<\\?xml[^>]{0,200}>)*+<(?:!doctype(?:\\s+html|\\s*>|\\s+\"?-//[^>]{0,20}//DTD"
                + " X?HTML)|(?:html|head|body|title|meta|link|script|style|"
                + "div|p|article|main|section|table|h[1-6]|iframe|font|br|a|b|ul|ol|span|header|nav)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SAVED_PAGE =
            Pattern.compile("^Content-Type:\\s*multipart/related", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern JSON = Pattern.compile("\\s*(?:\\{\\s*\"|\\[\\s*[\\[{\"])");

    /** Matches a tag of HTML's content, in either case; "<someone@example.org>" and "a < b" are none. */
    private static final Pattern ANY_TAG = Pattern.compile(
            "</?(?:html|head|body|title|meta|link|script|style|p|div|br|hr|h[1-6]|a|b|i|em|strong|span|font|center|img|ul|ol|li|dl"
                + "|dt|dd|table|tbody|tr|td|th|article|section|main|header|footer|nav|aside|figure|blockquote|pre|form"
                + "|iframe|noscript)(?=[\\s/>])",
            Pattern.CASE_INSENSITIVE);

    private static Signature read(DocumentType type) {
        return new Signature(type, "");
    }

    private static Signature unread(UnreadTypes.UnreadType type) {
        return unread(type.detail());
    }

    private static Signature unread(String detail) {
        return new Signature(DocumentType.UNKNOWN, detail);
    }

    static Signature of(byte[] bytes, Supplier<DocumentType> declared) {
        String head = latin1(bytes, 0, Math.min(bytes.length, WINDOW));
        if (isPdf(head)) {
            return read(DocumentType.PDF);
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return archive(bytes);
        }
        if (head.startsWith(OLE)) {
            return container(latin1(bytes, 0, bytes.length));
        }
        if (head.startsWith("bplist") && WebArchiveReader.isOne(bytes)) {
            return read(DocumentType.WEBARCHIVE);
        }
        Optional<UnreadTypes.UnreadType> known = UnreadTypes.ofBytes(head);
        if (known.isPresent()) {
            return unread(known.get());
        }
        boolean wide = Charsets.isWide(bytes);
        if (!wide && isBinary(head)) {
            return unread("not a document: neither text nor a known format");
        }
        int from = afterComments(bytes);
        String text = wide
                ? Charsets.decode(Arrays.copyOf(bytes, head.length()), null).text()
                : latin1(bytes, from, Math.min(bytes.length, from + WINDOW));
        return ofText(text, bytes, declared);
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

    /** Tests for a PDF, whose header may follow up to 1024 bytes of others; a mail may have a PDF in it. */
    private static boolean isPdf(String head) {
        String start = head.substring(0, Math.min(1024, head.length()));
        return start.startsWith("%PDF-")
                || (start.contains("%PDF-")
                        && !MailHeader.begins(start.replace("\r\n", "\n").stripLeading()));
    }

    private static String latin1(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static Signature archive(byte[] bytes) {
        ZipType zip = ZipType.of(bytes);
        return zip.type() == DocumentType.UNKNOWN
                ? UnreadTypes.ofEntries(zip.names())
                        .map(Signature::unread)
                        .orElseGet(() -> unread("an archive (ZIP) is not read: unpack it and upload the files"))
                : read(zip.type());
    }

    /** Tells the files in an OLE container by the names of their streams, in UTF-16. */
    private static Signature container(String bytes) {
        if (bytes.contains(ENCRYPTED_PACKAGE)) {
            return read(DocumentType.DOCX);
        }
        if (bytes.contains(wide("__properties_version1.0"))) {
            return read(DocumentType.MSG);
        }
        if (bytes.contains(wide("WordDocument"))) {
            return read(DocumentType.DOC);
        }
        return UnreadTypes.ofContainer(bytes).map(Signature::unread).orElseGet(() -> unread("an OLE container"));
    }

    private static String wide(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    private static Signature ofText(String text, byte[] bytes, Supplier<DocumentType> declared) {
        if (PAGE.matcher(text).lookingAt()) {
            return read(DocumentType.HTML);
        }
        boolean page = declared.get() == DocumentType.HTML && hasTag(text, bytes);
        Optional<UnreadTypes.UnreadType> known = UnreadTypes.ofText(text);
        if (known.isPresent() && (!page || text.startsWith("<!"))) {
            return unread(known.get());
        }
        if (text.startsWith("{\\rtf")) {
            return read(DocumentType.RTF);
        }
        if (TranscriptReader.isOne(text)) {
            return read(DocumentType.TRANSCRIPT);
        }
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        if (MailHeader.begins(lines)) {
            return read(SAVED_PAGE.matcher(lines).find() ? DocumentType.MHTML : DocumentType.EML);
        }
        return ofXml(text, bytes, page)
                .orElseGet(() ->
                        read(JSON.matcher(text).lookingAt() ? DocumentType.JSON : believed(declared.get(), page)));
    }

    /** Names XML by its root; a declared page may begin with any element that no XML format has. */
    private static Optional<Signature> ofXml(String text, byte[] bytes, boolean page) {
        Optional<String> root = XmlRoot.of(text, latin1(bytes, Math.max(0, bytes.length - WINDOW), bytes.length));
        if (root.filter("plist"::equals).isPresent() && WebArchiveReader.isOne(bytes)) {
            return Optional.of(read(DocumentType.WEBARCHIVE));
        }
        if (root.filter("document"::equals).isPresent() && text.contains("opendocument.text")) {
            return Optional.of(read(DocumentType.ODT));
        }
        boolean html = LowerCase.of(text).contains("<html")
                || (page
                        && !text.startsWith("<?xml")
                        && root.filter(UnreadTypes::isKnownRoot).isEmpty());
        if (root.filter(WireReader::isRoot).isPresent()) {
            return Optional.of(read(DocumentType.WIRE));
        }
        return root.map(name -> html ? read(DocumentType.HTML) : unread(UnreadTypes.ofRoot(name)));
    }

    /** Returns the declared type if it has no signature of its own; a page without a single tag anywhere is text. */
    private static DocumentType believed(DocumentType declared, boolean page) {
        return switch (declared) {
            case MARKDOWN -> DocumentType.MARKDOWN;
            case HTML -> page ? DocumentType.HTML : DocumentType.TEXT;
            case TEXT, JSON, WIRE, PDF, DOCX, EPUB, EML, MHTML, RTF, ODT, WEBARCHIVE, TRANSCRIPT, DOC, MSG, UNKNOWN ->
                DocumentType.TEXT;
        };
    }

    /** Tests for a tag near the beginning, where most pages have one, then anywhere. */
    private static boolean hasTag(String beginning, byte[] bytes) {
        return ANY_TAG.matcher(beginning).find()
                || ANY_TAG.matcher(Charsets.decode(bytes, null).text()).find();
    }

    private static boolean isBinary(String head) {
        long controls = head.chars().filter(Signature::isBinaryControl).count();
        double share = controls <= STRAY ? SHORT_BINARY_SHARE : BINARY_SHARE;
        return controls > head.length() * share;
    }

    private static boolean isBinaryControl(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b;
    }
}
