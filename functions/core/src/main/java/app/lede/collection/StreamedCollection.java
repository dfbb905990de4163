package app.lede.collection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Recognises collections that can be read as a stream, by their first bytes. */
final class StreamedCollection {

    /** Bytes examined. */
    static final int HEAD = 64 * 1024;

    private static final int GZIP_BUFFER = 32 * 1024;

    private StreamedCollection() {}

    /** Opens a stream as a collection; empty if it is none, and then some of it has been read. */
    static Optional<Parts> open(InputStream in, String name) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(in, HEAD);
        String head = head(stream);
        if (isGzip(head)) {
            return open(new GZIPInputStream(stream, GZIP_BUFFER), withoutGz(name));
        }
        return of(head, stream, name);
    }

    static Optional<Parts> of(String head, InputStream stream, String name) {
        if (MboxParts.isMbox(head)) {
            return Optional.of(new MboxParts(stream));
        }
        return Optional.empty();
    }

    static boolean isGzip(String head) {
        return head.startsWith("\u001f\u008b\b");
    }

    static String withoutGz(String name) {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static String head(BufferedInputStream stream) throws IOException {
        stream.mark(HEAD);
        byte[] head = stream.readNBytes(HEAD);
        stream.reset();
        return new String(head, StandardCharsets.ISO_8859_1);
    }
}
