package app.lede.collection;

import app.lede.document.ObjectContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Opens files that hold many documents: mails in mbox, zip and tar archives, web archives (WARC, WACZ), lists
 * in JSON and JSON Lines, tables with a column of texts. Judged by their bytes. Reads in ranges or as a stream, never
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
        String head = new String(content.range(0, 4), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            List<ZipDirectory.Entry> entries = ZipDirectory.of(content);
            return PackagedFormat.isOne(entries)
                    ? Optional.empty()
                    : Optional.of(new ZipParts(content, WebArchive.pagesIn(entries)));
        }
        return StreamedCollection.open(() -> content.from(0), name);
    }
}
