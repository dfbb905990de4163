package app.lede.collection;

import app.lede.collection.ZipDirectory.Entry;
import app.lede.document.ObjectContent;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Streams the documents of a zip archive: by its directory, one at a time. Folders, and files that only serve others, such as
 * pictures and styles, are left out. An entry over the size of a part is taken apart where it is a collection itself. Names are
 * never used as paths. Not thread safe.
 */
final class ZipParts implements Parts {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_SIZE = 30;

    /** Maximum compression ratio, and the size in bytes from which it counts; deflate's limit is 1032. */
    private static final int MAX_RATIO = 250;

    private static final int HARMLESS = 1024 * 1024;

    private final ObjectContent content;
    private final RangeCache cache;
    private final Iterator<Entry> entries;
    private @Nullable Parts inner;
    private String innerName = "";

    ZipParts(ObjectContent content, List<Entry> entries) {
        this.content = content;
        this.cache = new RangeCache(content);
        this.entries = entries.iterator();
    }

    @Override
    public Optional<Part> next() throws IOException {
        while (inner != null || entries.hasNext()) {
            if (inner != null) {
                Optional<Part> part = ofInner(inner);
                if (part.isPresent()) {
                    return part;
                }
                inner = null;
                continue;
            }
            Entry entry = entries.next();
            if (!entry.isFolder() && !ServingFiles.isServing(entry.name())) {
                Optional<Part> part = part(entry);
                if (part.isPresent()) {
                    return part;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the next part of a collection inside; where that breaks off, its last part says so. */
    private Optional<Part> ofInner(Parts parts) {
        try {
            return parts.next().map(part -> Named.within(innerName, part));
        } catch (IOException | RuntimeException e) {
            inner = null;
            return Optional.of(Named.broken(innerName, e));
        }
    }

    private Optional<Part> part(Entry entry) {
        try {
            if (entry.isEncrypted()) {
                throw new ReadingRefused(Problem.ENCRYPTED, "needs a password: pack it again without one");
            }
            if (entry.size() > MAX_PART || WebArchive.isPart(entry.name())) {
                inner = inner(entry);
                innerName = entry.name();
                return Optional.empty();
            }
            byte[] bytes = bounded(open(entry), entry);
            return Optional.of(new Part.Document(Named.file(entry.name()), bytes, null));
        } catch (IOException | RuntimeException e) {
            return Optional.of(Named.broken(Named.file(entry.name()), e));
        }
    }

    private Parts inner(Entry entry) throws IOException {
        return StreamedCollection.open(() -> open(entry), entry.name())
                .orElseThrow(() -> new ReadingRefused(
                        Problem.TOO_LARGE, entry.size() + " bytes, at most " + MAX_PART + " are read"));
    }

    private InputStream open(Entry entry) throws IOException {
        ByteBuffer local =
                ByteBuffer.wrap(cache.range(entry.offset(), LOCAL_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
        if (local.limit() < LOCAL_SIZE || local.getInt(0) != LOCAL_SIGNATURE) {
            throw new ReadingRefused(Problem.UNREADABLE, "lies outside of the archive");
        }
        long start = entry.offset() + LOCAL_SIZE + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
        InputStream packed = entry.packed() <= RangeCache.LARGEST
                ? new ByteArrayInputStream(cache.range(start, (int) entry.packed()))
                : new BoundedStream(content.from(start), entry.packed());
        return switch (entry.method()) {
            case STORED -> packed;
            case DEFLATED ->
                new InflaterInputStream(packed, new Inflater(true), 32 * 1024) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        inf.end();
                    }
                };
            default ->
                throw new ReadingRefused(
                        Problem.UNREADABLE,
                        "is packed by a method that is not read (" + entry.method() + "): pack it again by deflate");
        };
    }

    private static byte[] bounded(InputStream file, Entry entry) throws IOException {
        try (file) {
            Growing bytes = new Growing();
            byte[] buffer = new byte[32 * 1024];
            CRC32 sum = new CRC32();
            for (int count = file.read(buffer); count >= 0; count = file.read(buffer)) {
                bytes.add(buffer, 0, count);
                sum.update(buffer, 0, count);
                if (bytes.isOver()) {
                    throw new ReadingRefused(Problem.TOO_LARGE, "inflates to more than " + MAX_PART + " bytes");
                }
                if (bytes.size() > HARMLESS && bytes.size() / MAX_RATIO > entry.packed()) {
                    throw new ReadingRefused(
                            Problem.TOO_LARGE, "inflates to more than " + MAX_RATIO + " times its size");
                }
            }
            if ((int) sum.getValue() != entry.crc()) {
                throw new ReadingRefused(Problem.ENCODING, "is damaged: its check sum is another");
            }
            return bytes.bytes();
        }
    }
}
