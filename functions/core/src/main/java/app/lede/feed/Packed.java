package app.lede.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses bodies that are themselves gzip files, such as {@code sitemap.xml.gz}; not for {@code Content-Encoding}.
 */
final class Packed {

    private static final int BUFFER = 8192;

    private Packed() {}

    /**
     * Returns the decompressed file, up to a number of bytes; for a damaged file, the readable part. Returns any other
     * body unchanged.
     */
    static byte[] unpacked(byte[] body, int most) {
        if (body.length < 2 || (body[0] & 0xff) != 0x1f || (body[1] & 0xff) != 0x8b) {
            return body;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] buffer = new byte[BUFFER];
            for (int n = gzip.read(buffer); n >= 0 && out.size() < most; n = gzip.read(buffer)) {
                out.write(buffer, 0, Math.min(n, most - out.size()));
            }
        } catch (IOException e) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }
}
