package app.lede.collection;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import app.lede.gzip.Gunzip;
import app.lede.text.LowerCase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Decodes the body of an archived HTTP response. Archives store bodies as they were sent, or decoded with the headers of what was
 * sent; so the bytes decide, not the headers alone.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, section 7.1</a>
 */
final class HttpBody {

    private static final Gunzip.Bounds INFLATED = new Gunzip.Bounds(Parts.MAX_PART, 250, 1024 * 1024);

    private static final int MAX_SIZE_LINE = 100;

    /** Signature of a frame of Zstandard (RFC 8878). */
    private static final byte[] ZSTANDARD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private HttpBody() {}

    static byte[] decoded(byte[] body, Map<String, String> headers) throws IOException {
        boolean chunked =
                LowerCase.of(headers.getOrDefault("transfer-encoding", "")).contains("chunked");
        byte[] whole = chunked ? unchunked(body) : body;
        String coding = LowerCase.of(headers.getOrDefault("content-encoding", ""));
        if (Gunzip.isGzip(whole)) {
            Gunzip.Inflated inflated = Gunzip.inflate(whole, INFLATED);
            if (inflated.end() == Gunzip.End.OVER) {
                throw new ReadingRefused(Problem.TOO_LARGE, inflated.detail());
            }
            if (inflated.end() != Gunzip.End.WHOLE) {
                throw new ReadingRefused(Problem.ENCODING, inflated.detail());
            }
            return inflated.bytes();
        }
        if (startsWith(whole, ZSTANDARD)) {
            throw new ReadingRefused(Problem.ENCODING, "is compressed with Zstandard, which is not read");
        }
        if (looksPlain(whole)) {
            return whole;
        }
        if (coding.contains("deflate")) {
            return inflated(whole);
        }
        return coding.contains("br") ? brotli(whole) : whole;
    }

    /** Decompresses Brotli (RFC 7932), whose bytes have no signature. */
    private static byte[] brotli(byte[] body) throws IOException {
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(body))) {
            return bounded(in);
        } catch (RuntimeException e) {
            // Its decoder's own errors.
            throw new ReadingRefused(Problem.ENCODING, "is no Brotli: " + e.getMessage());
        }
    }

    private static byte[] bounded(InputStream in) throws IOException {
        byte[] page = in.readNBytes(Parts.MAX_PART + 1);
        if (page.length > Parts.MAX_PART) {
            throw new ReadingRefused(Problem.TOO_LARGE, "inflates to more than " + Parts.MAX_PART + " bytes");
        }
        return page;
    }

    private static boolean startsWith(byte[] body, byte[] signature) {
        return body.length >= signature.length
                && Arrays.equals(body, 0, signature.length, signature, 0, signature.length);
    }

    /** Joins the chunks of a body; one that is not in chunks is returned as it is. */
    private static byte[] unchunked(byte[] body) {
        Growing whole = new Growing();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (end < body.length && body[end] != '\n' && end - at < MAX_SIZE_LINE) {
                end++;
            }
            int size = size(body, at, end);
            if (size < 0 || end >= body.length) {
                return whole.isEmpty() ? body : whole.bytes();
            }
            if (size == 0) {
                break;
            }
            int length = Math.min(size, body.length - end - 1);
            whole.add(body, end + 1, length);
            // Behind the chunk is a line break.
            at = end + 1 + length;
            at += at < body.length && body[at] == '\r' ? 1 : 0;
            at += at < body.length && body[at] == '\n' ? 1 : 0;
        }
        return whole.bytes();
    }

    /** Parses a chunk's size in hexadecimal digits, which an extension or a line break follows; -1 if it is none. */
    private static int size(byte[] body, int start, int end) {
        int size = 0;
        int at = start;
        while (at < end && at - start < 7 && Character.digit(body[at], 16) >= 0) {
            size = size * 16 + Character.digit(body[at], 16);
            at++;
        }
        boolean ends = at > start && (at == end || body[at] == '\r' || body[at] == ';' || body[at] == ' ');
        return ends ? size : -1;
    }

    /** Tests for the first bytes of a page or a text: a bracket, a letter, white space or the mark of UTF-8. */
    private static boolean looksPlain(byte[] body) {
        int strange = 0;
        int window = Math.min(body.length, 64);
        for (int i = 0; i < window; i++) {
            int c = body[i];
            boolean control = c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
            strange += control || c == 0x7f ? 1 : 0;
        }
        int start = 0;
        while (start < window
                && (body[start] == ' ' || body[start] == '\n' || body[start] == '\r' || body[start] == '\t')) {
            start++;
        }
        return strange == 0 && (start < window && (body[start] == '<' || (body[start] & 0xff) == 0xef));
    }

    /** Inflates zlib's format, which RFC 9110 means by deflate, or the bare one that some servers send. */
    private static byte[] inflated(byte[] body) throws IOException {
        boolean zlib =
                body.length > 1 && (body[0] & 0x0f) == 8 && (((body[0] & 0xff) << 8) | (body[1] & 0xff)) % 31 == 0;
        Inflater inflater = new Inflater(!zlib);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(body), inflater)) {
            return bounded(in);
        } finally {
            inflater.end();
        }
    }
}
