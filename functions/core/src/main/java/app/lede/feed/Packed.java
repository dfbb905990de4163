package app.lede.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Bodies that are gzip files themselves, as sitemaps often are; not to be confused with an encoding of the transport. */
final class Packed {

    private static final int BUFFER = 8192;

    private Packed() {}

    /** The file inside, up to a number of bytes; of a broken one what can be read. Anything else as it is. */
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
