package app.lede.document;

import app.lede.document.Reading.Page;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import app.lede.document.mail.AppleMail;
import app.lede.document.mail.MailReader;
import app.lede.document.ole.OldWordReader;
import app.lede.document.ole.OutlookMail;
import app.lede.document.pdf.PdfReader;
import app.lede.document.rtf.RtfReader;
import app.lede.document.webarchive.WebArchiveReader;
import app.lede.document.wire.WireReader;
import app.lede.document.zipped.BookReader;
import app.lede.document.zipped.OpenTextReader;
import app.lede.document.zipped.WordReader;
import app.lede.gzip.Gunzip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents: detects type and charset, then applies the type's reader. Supports HTML, saved pages (MHTML), plain
 * text, Markdown, PDF, DOCX, DOC, ODT, RTF, EPUB, subtitles, web archives, mails (EML, MSG) and articles in JSON.
 *
 * <p>Thread safe. Never throws; a document that cannot be read is an {@link Unreadable}.
 */
public final class DocumentReader {

    /** Maximum size of a document in bytes. */
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** A page of tables deflates to a fiftieth; a bomb comes near deflate's limit of 1032. */
    private static final Gunzip.Bounds INFLATED = new Gunzip.Bounds(MAX_BYTES, 250, 1024 * 1024);

    /** Maximum depth of elements; deeper ones become siblings. Real pages stay below 100, browsers stop at 512. */
    private static final int MAX_DEPTH = 512;

    /** Share of undecodable characters above which a text is unreadable. */
    private static final double BROKEN_SHARE = 0.2;

    private final MailReader mails = new MailReader(this::typed);

    /** Reads a document; the result states the reason if it cannot be read. */
    public Reading read(RawDocument document) {
        byte[] bytes = document.bytes();
        if (bytes.length == 0) {
            return new Unreadable(Problem.EMPTY, "no bytes");
        }
        if (bytes.length > MAX_BYTES) {
            return new Unreadable(Problem.TOO_LARGE, bytes.length + " bytes, at most " + MAX_BYTES + " are read");
        }
        return Gunzip.isGzip(bytes) ? unpacked(document) : typed(document, 0);
    }

    /** Returns the stories attached to a mail; none for a mail that is a story itself, and for other files. */
    public List<RawDocument> attachedStories(byte[] bytes) {
        byte[] file = AppleMail.mail(bytes).orElse(bytes);
        DocumentType type = Signature.of(file, () -> DocumentType.TEXT).type();
        try {
            return switch (type) {
                case EML -> mails.stories(file);
                case MSG -> mails.stories(OutlookMail.converted(file));
                case HTML,
                        TEXT,
                        MARKDOWN,
                        JSON,
                        WIRE,
                        PDF,
                        DOCX,
                        DOC,
                        ODT,
                        EPUB,
                        MHTML,
                        RTF,
                        WEBARCHIVE,
                        TRANSCRIPT,
                        UNKNOWN -> List.of();
            };
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            // Broken: its outcome is that of the mail.
            return List.of();
        }
    }

    /** Reads the file inside a gzip file, or an object of Content-Encoding gzip; nested gzip is an unknown type. */
    private Reading unpacked(RawDocument document) {
        Gunzip.Inflated inflated = Gunzip.inflate(document.bytes(), INFLATED);
        return switch (inflated.end()) {
            case OVER -> new Unreadable(Problem.TOO_LARGE, inflated.detail());
            case TRUNCATED, BROKEN -> new Unreadable(Problem.ENCODING, inflated.detail());
            case WHOLE ->
                inflated.bytes().length == 0
                        ? new Unreadable(Problem.EMPTY, "no bytes in the gzip file")
                        : typed(document.unpacked(inflated.bytes()), 0);
        };
    }

    /** Reads a document of any type; {@code depth} counts the mails around it. */
    private Reading typed(RawDocument file, int depth) {
        RawDocument document = AppleMail.mail(file.bytes())
                .map(mail -> new RawDocument(mail, file.contentType(), file.name(), file.url()))
                .orElse(file);
        Signature signature = Signature.of(
                document.bytes(), () -> DocumentType.declaredBy(document).orElse(DocumentType.TEXT));
        DocumentType type = signature.type();
        Reading reading = type == DocumentType.UNKNOWN
                ? new Unreadable(Problem.UNKNOWN_TYPE, signature.detail())
                : readSafely(document, type, depth);
        Optional<DocumentType> declared = DocumentType.declaredBy(document).filter(word -> disagrees(word, type));
        return declared.map(word -> reading.with(reading.about().remarking("declared " + word + ", is " + type)))
                .orElse(reading);
    }

    /** Tests for a wrongly declared type; Markdown is also text, and text is often declared as a page. */
    private static boolean disagrees(DocumentType declared, DocumentType type) {
        return declared != type && !(declared == DocumentType.MARKDOWN && type == DocumentType.TEXT);
    }

    /**
     * Reads a document and turns any exception or error of a library into its outcome, since files can be broken on
     * purpose and would fail again. Running out of memory is rethrown: it is the machine's state, not the file's.
     */
    private Reading readSafely(RawDocument document, DocumentType type, int depth) {
        try {
            return read(document, type, depth);
        } catch (ReadingRefused e) {
            return e.reading();
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            String seen = e instanceof StackOverflowError ? "nested too deeply" : String.valueOf(e.getMessage());
            return new Unreadable(Problem.UNREADABLE, "broken " + type + ": " + CleanText.of(seen));
        }
    }

    private Reading read(RawDocument document, DocumentType type, int depth) throws IOException {
        byte[] bytes = document.bytes();
        return switch (type) {
            case HTML -> page(document);
            case TEXT, MARKDOWN -> plain(document, type);
            case EML, MHTML -> mails.read(bytes, depth);
            case PDF -> PdfReader.read(bytes);
            case DOCX -> WordReader.read(bytes);
            case EPUB -> BookReader.read(bytes);
            case JSON -> JsonReader.read(document, (html, url) -> new Page(parse(html, url), StandardCharsets.UTF_8));
            case WIRE -> WireReader.read(bytes);
            case RTF -> RtfReader.read(bytes);
            case ODT -> OpenTextReader.read(bytes);
            case DOC -> OldWordReader.read(bytes);
            case MSG -> mails.read(OutlookMail.converted(bytes), depth);
            case WEBARCHIVE -> WebArchiveReader.read(bytes);
            case TRANSCRIPT ->
                TranscriptReader.read(CleanText.of(
                        Charsets.decode(bytes, document.contentType()).text()));
            case UNKNOWN -> new Unreadable(Problem.UNKNOWN_TYPE, "not a document");
        };
    }

    private static Reading page(RawDocument document) {
        return CleanUtf8.of(document.bytes())
                .filter(utf8 -> utf8.isUnmistakable() || isUtf8(document))
                .map(utf8 -> page(parse(utf8.bytes(), document.url()), StandardCharsets.UTF_8, document))
                .orElseGet(() -> decodedPage(document));
    }

    private static boolean isUtf8(RawDocument document) {
        return Charsets.detect(document.bytes(), document.contentType()).equals(StandardCharsets.UTF_8);
    }

    private static Reading decodedPage(RawDocument document) {
        Charsets.Decoded decoded = Charsets.decode(document.bytes(), document.contentType());
        String html = CleanText.of(decoded.text());
        if (isBroken(html)) {
            return broken(decoded);
        }
        return page(parse(html, document.url()), decoded.charset(), document);
    }

    /** Returns a page, unless it was uploaded and is a list of links. */
    private static Reading page(Document dom, Charset charset, RawDocument document) {
        if (document.url() == null) {
            WordProcessorPage.mark(dom);
        }
        return document.url() == null && LinkList.is(dom)
                ? new Unreadable(Problem.UNKNOWN_TYPE, LinkList.DETAIL)
                : new Page(dom, charset);
    }

    private static Document parse(String html, @Nullable String url) {
        return parse(new StringReader(html), url);
    }

    /** Parses UTF-8 while it is decoded, which saves a copy of the text. */
    private static Document parse(byte[] utf8, @Nullable String url) {
        return parse(new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8), url);
    }

    private static Document parse(Reader html, @Nullable String url) {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, url == null ? "" : url);
    }

    private static Reading plain(RawDocument document, DocumentType type) {
        Charsets.Decoded decoded = Charsets.decode(document.bytes(), document.contentType());
        String text = Teletype.message(CleanText.of(decoded.text()));
        if (text.isBlank()) {
            return new Unreadable(Problem.EMPTY, "only white space");
        }
        if (isBroken(text)) {
            return broken(decoded);
        }
        Optional<String> fault = UnreadTypes.ofName(document.name())
                .map(UnreadTypes.UnreadType::detail)
                .or(() -> WrittenText.fault(text, type));
        return fault.isPresent()
                ? new Unreadable(Problem.UNKNOWN_TYPE, fault.get())
                : new Plain(text, decoded.charset(), type);
    }

    private static boolean isBroken(String text) {
        int broken = 0;
        for (int at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
            broken++;
        }
        return broken > text.length() * BROKEN_SHARE;
    }

    private static Unreadable broken(Charsets.Decoded decoded) {
        return new Unreadable(Problem.UNREADABLE, "the bytes are no text in " + decoded.charset());
    }
}
