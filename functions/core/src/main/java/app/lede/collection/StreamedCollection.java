package app.lede.collection;

import app.lede.collection.press.PressParts;
import app.lede.document.Charsets;
import app.lede.document.ReadingRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Recognises collections that can be read as a stream, by their first bytes. */
final class StreamedCollection {

    /** Bytes examined. */
    static final int HEAD = 64 * 1024;

    private static final int GZIP_BUFFER = 32 * 1024;

    private StreamedCollection() {}

    /** Opens a stream again from its beginning. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Opens a stream as a collection; empty if it is none. */
    static Optional<Parts> open(Opener file, String name) throws IOException {
        InputStream in = file.open();
        byte[] first = in.readNBytes(HEAD);
        // No buffer: the readers have their own, and a copy costs as much as finding the lines.
        InputStream stream = new SequenceInputStream(new ByteArrayInputStream(first), in);
        String head = new String(first, StandardCharsets.ISO_8859_1);
        if (isGzip(head)) {
            return open(() -> new GZIPInputStream(file.open(), GZIP_BUFFER), withoutGz(name));
        }
        if (head.startsWith("{\\rtf")) {
            return Optional.empty();
        }
        if (MboxParts.isMbox(head)) {
            return Optional.of(new MboxParts(stream));
        }
        if (WarcParts.isWarc(head)) {
            return Optional.of(new WarcParts(stream));
        }
        if (TarParts.isTar(head)) {
            return Optional.of(new TarParts(stream));
        }
        return ofText(file, name, stream, head);
    }

    private static Optional<Parts> ofText(Opener file, String name, InputStream stream, String head)
            throws IOException {
        if (WireMessageParts.isOne(head)) {
            return new WireMessageParts(stream).areSeveral()
                    ? Optional.of(new WireMessageParts(file.open()))
                    : Optional.empty();
        }
        if (JsonLineParts.isOne(head, name)) {
            return Optional.of(new JsonLineParts(stream));
        }
        if (JsonListParts.mayBe(head)) {
            return isList(new JsonListParts(stream)) ? Optional.of(new JsonListParts(file.open())) : Optional.empty();
        }
        if (NewsMlParts.isMessage(head)) {
            return Optional.of(
                    new NewsMlParts(stream, Charsets.detect(head.getBytes(StandardCharsets.ISO_8859_1), null)));
        }
        if (head.startsWith("<") || (head.indexOf('\0') >= 0 && !head.startsWith("\u00ff\u00fe"))) {
            return Optional.empty();
        }
        Optional<Parts> table = TableParts.open(head, stream, name);
        return table.isPresent() ? table : PressParts.open(head, file::open);
    }

    /** Tests for two objects with a text; a list of fewer is read as one document. */
    private static boolean isList(JsonListParts parts) throws IOException {
        try {
            int texts = 0;
            Optional<Part> part = parts.next();
            while (part.isPresent() && texts < 2) {
                texts += JsonListParts.hasText(part.get()) ? 1 : 0;
                part = texts < 2 ? parts.next() : part;
            }
            return texts == 2 && !parts.isInArticle();
        } catch (ReadingRefused e) {
            // Cut before its second object: broken JSON, as the reader of documents says.
            return false;
        }
    }

    static boolean isGzip(String head) {
        return head.startsWith("\u001f\u008b\b");
    }

    private static String withoutGz(String name) {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
