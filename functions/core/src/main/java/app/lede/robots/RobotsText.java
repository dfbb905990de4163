package app.lede.robots;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The first {@value #MAX_BYTES} bytes of a robots.txt, compressed; RFC 9309 requires no more to be parsed.
 *
 * @param packed gzip in base64
 */
public record RobotsText(String packed) {

    static final int MAX_BYTES = 500 * 1024;

    /**
     * Maximum packed size, within DynamoDB's 400 KB item limit. Rules compress to a tenth or less; only noise exceeds
     * this.
     */
    private static final int MAX_PACKED = 350 * 1024;

    /** Packs a file's text. */
    public static RobotsText of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("too much to keep"));
    }

    /** Packs a file's body; empty if it exceeds the packed limit. */
    public static Optional<RobotsText> of(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body, 0, body.length <= MAX_BYTES ? body.length : endOfLastLine(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = Base64.getEncoder().encodeToString(packed.toByteArray());
        return text.length() > MAX_PACKED ? Optional.empty() : Optional.of(new RobotsText(text));
    }

    /** Returns the end of the last complete line; half a rule would disallow more than the whole. */
    private static int endOfLastLine(byte[] body) {
        int end = MAX_BYTES;
        while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') {
            end--;
        }
        return end;
    }

    /** Returns the text; bytes that are not UTF-8 are replaced. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return gzip.readNBytes(MAX_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
