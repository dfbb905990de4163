package app.lede.collection;

import app.lede.document.ObjectContent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Opens files that hold many documents: mails in mbox, zip archives. Judged by their bytes. Reads in ranges or as a stream, never
 * whole; a file in gzip is judged by its content.
 *
 * <p>Thread safe; what it opens is not.
 */
public final class CollectionReader {

    private CollectionReader() {}

    /**
     * Opens a collection; empty for any other file.
     *
     * @param name the file's name, whose extension decides where the bytes are ambiguous
     * @throws IOException if it is a collection that can't be opened; {@link app.lede.document.ReadingRefused} says how
     */
    public static Optional<Parts> open(ObjectContent content, String name) throws IOException {
        String head = head(content);
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            List<ZipDirectory.Entry> entries = ZipDirectory.of(content);
            return PackagedFormat.isOne(entries) ? Optional.empty() : Optional.of(new ZipParts(content, entries));
        }
        if (StreamedCollection.isGzip(head)) {
            return StreamedCollection.open(content.from(0), name);
        }
        return StreamedCollection.of(head, new BufferedInputStream(content.from(0), StreamedCollection.HEAD), name);
    }

    private static String head(ObjectContent content) {
        return new String(content.range(0, StreamedCollection.HEAD), StandardCharsets.ISO_8859_1);
    }
}
