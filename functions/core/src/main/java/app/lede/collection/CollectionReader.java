package app.lede.collection;

import app.lede.collection.press.PressParts;
import app.lede.document.DocumentReader;
import app.lede.document.ObjectContent;
import app.lede.document.RawDocument;
import app.lede.feed.FeedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Opens files that hold many documents: mails in mbox, zip and tar archives, web archives (WARC, WACZ), lists
 * in JSON and JSON Lines, tables with a column of texts, mails to which several stories are attached, messages of news agencies, exports of press databases and blogs, e-books that are
 * issues of periodicals. Judged by their bytes. Reads in ranges or as a stream, never
 * whole; a file in gzip is judged by its content.
 *
 * <p>Thread safe; what it opens is not.
 */
public final class CollectionReader {

    private static final DocumentReader DOCUMENTS = new DocumentReader();

    private CollectionReader() {}

    /**
     * Opens a collection; empty for any other file.
     *
     * @param name the file's name, whose extension decides where the bytes are ambiguous
     * @throws IOException if it is a collection that can't be opened; {@link app.lede.document.ReadingRefused} says how
     */
    public static Optional<Parts> open(ObjectContent content, String name) throws IOException {
        String head = new String(content.range(0, 5), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            List<ZipDirectory.Entry> entries = ZipDirectory.of(content);
            if (PackagedFormat.isBook(entries)) {
                return content.size() > DocumentReader.MAX_BYTES ? Optional.empty() : BookParts.open(whole(content));
            }
            if (OmnivoreParts.isOne(entries)) {
                return Optional.of(OmnivoreParts.of(content, entries));
            }
            return PackagedFormat.isOne(entries)
                    ? ofWordProcessor(content, name)
                    : Optional.of(new ZipParts(content, WebArchive.pagesIn(entries)));
        }
        if (head.startsWith("<") && BlogParts.isOne(start(content))) {
            return BlogParts.open(content.range(0, (int) Math.min(content.size(), FeedReader.MAX_BYTES + 1)));
        }
        if (head.startsWith("{\\rt") || (head.startsWith("<") && isExport(content))) {
            return ofWordProcessor(content, name);
        }
        Optional<Parts> stream = StreamedCollection.open(() -> content.from(0), name);
        boolean isOther = stream.isPresent() || content.size() > DocumentReader.MAX_BYTES;
        return isOther || !MailParts.mayBe(start(content)) ? stream : MailParts.open(DOCUMENTS, whole(content));
    }

    private static String start(ObjectContent content) {
        return new String(content.range(0, StreamedCollection.HEAD), StandardCharsets.ISO_8859_1);
    }

    /** Tests a page for the class names of Factiva and Europresse. */
    private static boolean isExport(ObjectContent content) {
        String start = start(content);
        return start.contains("docOcurrContainer") || start.contains("articleParagraph");
    }

    /** Opens an export of a press database that was saved for a word processor or as a page. */
    private static Optional<Parts> ofWordProcessor(ObjectContent content, String name) {
        if (content.size() > DocumentReader.MAX_BYTES) {
            return Optional.empty();
        }
        return PressParts.open(DOCUMENTS.read(new RawDocument(whole(content), null, name, null)));
    }

    private static byte[] whole(ObjectContent content) {
        return content.range(0, (int) content.size());
    }
}
