package app.lede.document;

import app.lede.text.LowerCase;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Which charset a document's bytes are in: byte order mark, then UTF-8 that can be nothing else, then the transport's word,
 * then the document's own declaration, then strict UTF-8, then a guess from the bytes. Never fails: the last resort is
 * windows-1252, which gives every byte a meaning.
 *
 * <p>Thread safe; holds no state. The order is that of the WHATWG encoding sniffing algorithm, with a detector at its end; but
 * servers and templates that still declare a charset of the nineties over pages long written in UTF-8 are not believed.
 */
public final class Charsets {

    /** Declarations stand in the first bytes of a document; what comes later is content. */
    private static final int DECLARATION_WINDOW = 4096;

    /** In windows-1252 a sequence of UTF-8 is a rare pair like "Ã¤"; four of them, and nothing else beyond ASCII, are no text. */
    private static final int MIN_SEQUENCES = 4;

    private static final int CHUNK = 8192;

    private static final Pattern DECLARATION = Pattern.compile(
            "(?:<\\?xml[^>]*?encoding|<meta[^>]*?charset)\\s*=\\s*[\"']?\\s*([\\w:.-]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTENT_TYPE_CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)", Pattern.CASE_INSENSITIVE);

    private Charsets() {}

    /** A text with the charset it was read in; a byte order mark is not part of the text. */
    public record Decoded(String text, Charset charset) {}

    /** Decodes bytes; malformed sequences become U+FFFD. The content type is the transport's header, where there was one. */
    public static Decoded decode(byte[] bytes, @Nullable String contentType) {
        int mark = markLength(bytes);
        Charset charset = detect(bytes, contentType);
        return new Decoded(new String(bytes, mark, bytes.length - mark, charset), charset);
    }

    /** The charset {@link #decode} would use. */
    public static Charset detect(byte[] bytes, @Nullable String contentType) {
        return byMark(bytes)
                .or(() -> Optional.of(StandardCharsets.UTF_8).filter(utf8 -> isUnmistakablyUtf8(bytes)))
                .or(() -> named(CONTENT_TYPE_CHARSET, contentType).filter(charset -> agrees(charset, bytes)))
                .or(() -> declared(bytes).filter(charset -> agrees(charset, bytes)))
                .orElseGet(() -> isUtf8(bytes) ? StandardCharsets.UTF_8 : guess(bytes));
    }

    private static Optional<Charset> byMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static int markLength(byte[] bytes) {
        return byMark(bytes)
                .map(charset -> charset.equals(StandardCharsets.UTF_8) ? 3 : 2)
                .orElse(0);
    }

    private static Optional<Charset> declared(byte[] bytes) {
        int length = Math.min(bytes.length, DECLARATION_WINDOW);
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        // A declaration that could be read byte by byte can't be of a two-byte charset.
        return named(DECLARATION, head).map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
    }

    private static Optional<Charset> named(Pattern pattern, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? byName(matcher.group(1)) : Optional.empty();
    }

    /** A charset by a name found in the wild; the web's meaning of a label wins over the standard's (latin-1 is windows-1252). */
    public static Optional<Charset> byName(String name) {
        String label = LowerCase.of(name.strip());
        String meant =
                switch (label) {
                    case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii" -> "windows-1252";
                    case "gb2312", "gbk", "x-gbk" -> "gb18030";
                    case "shift_jis", "sjis", "x-sjis", "shift-jis" -> "windows-31j";
                    case "ks_c_5601-1987", "euc-kr", "ksc5601" -> "x-windows-949";
                    case "iso-8859-9" -> "windows-1254";
                    case "utf8" -> "utf-8";
                    default -> label;
                };
        try {
            return Optional.of(Charset.forName(meant));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A declared UTF-8 that the bytes contradict is a lie worth not believing; other charsets can't be told apart so cheaply. */
    private static boolean agrees(Charset charset, byte[] bytes) {
        return !charset.equals(StandardCharsets.UTF_8) || isUtf8(bytes) || mostlyUtf8(bytes);
    }

    /** In other charsets well-formed sequences of UTF-8 come about by chance: now and then one, never several and none broken. */
    private static boolean isUnmistakablyUtf8(byte[] bytes) {
        int leads = 0;
        for (byte b : bytes) {
            leads += (b & 0xc0) == 0xc0 ? 1 : 0;
        }
        return leads >= MIN_SEQUENCES && isUtf8(bytes);
    }

    /** A text cut off inside its last character is still UTF-8. */
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

    /** UTF-8 with a few broken bytes (a page cut inside a character, one pasted snippet) is still UTF-8. */
    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = text.chars().filter(c -> c > 0x7f).count();
        // Text of a one-byte charset has next to no valid sequences: more good than broken ones can't be chance.
        return broken * 2 < beyondAscii || (beyondAscii == broken && broken <= 2);
    }

    private static Charset guess(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return Optional.ofNullable(name).flatMap(Charsets::byName).orElseGet(() -> Charset.forName("windows-1252"));
    }
}
