package app.lede.feed;

import app.lede.gzip.Gunzip;

/**
 * Decompresses bodies that are themselves gzip files, such as {@code sitemap.xml.gz}; not for {@code Content-Encoding}.
 */
final class GzippedBody {

    private GzippedBody() {}

    /**
     * Returns the decompressed file, up to a number of bytes; for a damaged file, the readable part. Returns any other
     * body unchanged.
     */
    static byte[] unpacked(byte[] body, int most) {
        return Gunzip.isGzip(body)
                ? Gunzip.inflate(body, Gunzip.Bounds.ofSize(most)).bytes()
                : body;
    }
}
