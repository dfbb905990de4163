package app.lede.document;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Detects the charset of a document: byte order mark, unmistakable UTF-8, the transport's charset, the document's
 * declaration, valid UTF-8, then a guess from the bytes. Never fails; the fallback is windows-1252, which maps every
 * byte.
 *
 * <p>Thread safe. The order is that of the WHATWG encoding sniffing algorithm plus a detector, except that legacy
 * charsets declared over UTF-8 pages are ignored.
 */
public final class Charsets {

    /** Bytes searched for a declaration. */
    private static final int DECLARATION_WINDOW = 16 * 1024;

    /**
     * Valid multi-byte sequences that prove UTF-8. In windows-1252 each is a rare pair like "Ã¤"; four of them, and
     * nothing else beyond ASCII, do not occur in text.
     */
    static final int MIN_SEQUENCES = 4;

    /** Valid sequences for each broken one that prove UTF-8 where nothing is declared; a legacy text has a broken one at each letter. */
    private static final int FEW = 4;

    /** Valid sequences for each broken one that prove UTF-8 whatever is declared. */
    private static final int MANY = 20;

    private static final int CHUNK = 8192;

    private static final Pattern DECLARATION = Pattern.compile(
            "(?:<\\?xml[^>]*?encoding|<meta[^>]*?charset)\\s*=\\s*[\"']?\\s*([\\w:.-]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTENT_TYPE_CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)", Pattern.CASE_INSENSITIVE);

    /** Java's names by label. */
    private static final Map<String, String> LABELS = labels();

    private Charsets() {}

    private static Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        for (String line : Table.lines(Charsets.class, "encodings.tsv")) {
            List<String> columns = Table.columns(line);
            for (String label : columns.get(1).split(" ", -1)) {
                labels.put(label, columns.get(0));
            }
        }
        return Map.copyOf(labels);
    }

    /** A decoded text, without byte order mark, and its charset. */
    public record Decoded(String text, Charset charset) {}

    /** Decodes bytes; malformed sequences become U+FFFD. {@code contentType} is the transport's header, if any. */
    public static Decoded decode(byte[] bytes, @Nullable String contentType) {
        Charset charset = detect(bytes, contentType);
        String text = new String(bytes, charset);
        return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, charset);
    }

    /** Tests for a text of two or four bytes for each character. */
    static boolean isWide(byte[] bytes) {
        return byMark(bytes)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .isPresent();
    }

    /** Returns the charset that {@link #decode} would use. */
    public static Charset detect(byte[] bytes, @Nullable String contentType) {
        return byMark(bytes)
                .or(() -> Optional.of(StandardCharsets.UTF_8)
                        .filter(utf8 -> isUnmistakablyUtf8(bytes) || isUtf8But(bytes, MANY)))
                .or(() -> named(CONTENT_TYPE_CHARSET, contentType).filter(charset -> agrees(charset, bytes)))
                .or(() -> declared(bytes).filter(charset -> agrees(charset, bytes)))
                .or(() -> SeveralBytes.escaped(bytes))
                .orElseGet(() -> isUtf8(bytes) || isUtf8But(bytes, FEW) ? StandardCharsets.UTF_8 : guess(bytes));
    }

    /**
     * Tests for UTF-8 with some broken bytes, such as a pasted snippet of another charset.
     *
     * @param valid valid sequences beyond ASCII that there must be, and for each broken one
     */
    private static boolean isUtf8But(byte[] bytes, int valid) {
        if (leads(bytes) < valid) {
            return false;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = text.codePoints().filter(c -> c > 0x7f).count() - broken;
        return beyondAscii >= valid && beyondAscii >= valid * broken;
    }

    private static Optional<Charset> byMark(byte[] b) {
        if (startsWith(b, 0xef, 0xbb, 0xbf)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(b, 0xff, 0xfe, 0, 0)) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (startsWith(b, 0, 0, 0xfe, 0xff)) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (startsWith(b, 0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return startsWith(b, 0xff, 0xfe) ? Optional.of(StandardCharsets.UTF_16LE) : WideText.charset(b);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> declared(byte[] bytes) {
        int length = Math.min(bytes.length, DECLARATION_WINDOW);
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        // A declaration readable byte by byte cannot be of a two-byte charset.
        return named(DECLARATION, head).map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
    }

    private static Optional<Charset> named(Pattern pattern, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? byName(matcher.group(1)) : Optional.empty();
    }

    /** Returns a charset by a label of the WHATWG Encoding Standard (latin1 is windows-1252), else by Java's name. */
    public static Optional<Charset> byName(String name) {
        String label = LowerCase.of(name.strip());
        String meant = LABELS.getOrDefault(label, label);
        try {
            return Optional.of(Charset.forName(meant));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Tests whether the bytes are consistent with a declared charset; only UTF-8 can be refuted cheaply. */
    private static boolean agrees(Charset charset, byte[] bytes) {
        return !charset.equals(StandardCharsets.UTF_8) || isUtf8(bytes) || mostlyUtf8(bytes);
    }

    /** Tests for several valid and no broken UTF-8 sequences; other charsets produce single ones by chance. */
    private static boolean isUnmistakablyUtf8(byte[] bytes) {
        return leads(bytes) >= MIN_SEQUENCES && isUtf8(bytes);
    }

    /** Counts the bytes that may begin a sequence. */
    private static int leads(byte[] bytes) {
        int leads = 0;
        for (byte b : bytes) {
            leads += (b & 0xc0) == 0xc0 ? 1 : 0;
        }
        return leads;
    }

    /** Tests for valid UTF-8, possibly cut off inside the last character. */
    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, false);
        }
        return result.isUnderflow();
    }

    /** Tests for UTF-8 with a few broken bytes, such as a cut character or a pasted snippet. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = text.chars().filter(c -> c > 0x7f).count();
        // Text in a one-byte charset has almost no valid sequences: a majority of valid ones is no accident.
        return broken * 2 < beyondAscii || (beyondAscii == broken && broken <= 2);
    }

    /** Guesses by the detector, whose word is taken for charsets of several bytes; it knows few of one byte. */
    private static Charset guess(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        Optional<Charset> detected =
                Optional.ofNullable(detector.getDetectedCharset()).flatMap(Charsets::byName);
        return detected.filter(charset -> SeveralBytes.isText(bytes, charset))
                .orElseGet(() -> LegacyCharset.of(bytes, detected));
    }
}
