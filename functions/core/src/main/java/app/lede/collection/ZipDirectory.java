package app.lede.collection;

import app.lede.document.ObjectContent;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a zip archive (APPNOTE.TXT, sections 4.3.12 to 4.3.16), with the 64-bit fields of large ones. It lists
 * the entries that count, where a stream of local headers has deleted ones too and lacks sizes.
 */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int END64_SIZE = 56;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int DIRECTORY_SIZE = 46;
    private static final int EXTRA_64 = 1;
    private static final int UTF_8_NAME = 1 << 11;
    private static final long IN_EXTRA = 0xffffffffL;

    /** Largest directory in bytes: 200,000 entries with names of 100 bytes and their extra fields. */
    private static final int MAX_DIRECTORY = 40 * 1024 * 1024;

    /** The code page of the format's first tools; newer ones flag UTF-8, and many write it without a flag. */
    private static final Charset OLD_NAMES = StandardCharsets.ISO_8859_1;

    private ZipDirectory() {}

    /**
     * One entry.
     *
     * @param packed size in the archive in bytes
     * @param size size of the file in bytes, as the directory claims
     * @param offset of the local header
     */
    record Entry(String name, int flags, int method, int crc, long packed, long size, long offset) {

        boolean isEncrypted() {
            return (flags & 1) != 0;
        }

        boolean isFolder() {
            return name.endsWith("/") || name.endsWith("\\");
        }
    }

    /** Reads the entries of an archive, in the order of the directory. */
    static List<Entry> of(ObjectContent content) throws ReadingRefused {
        int tail = (int) Math.min(content.size(), END_SIZE + MAX_COMMENT + LOCATOR_SIZE);
        long tailStart = content.size() - tail;
        ByteBuffer last = buffer(content.range(tailStart, tail));
        try {
            int end = end(last);
            long count = last.getShort(end + 10) & 0xffff;
            long size = last.getInt(end + 12) & IN_EXTRA;
            long start = last.getInt(end + 16) & IN_EXTRA;
            long directoryEnd = tailStart + end;
            if (end >= LOCATOR_SIZE && last.getInt(end - LOCATOR_SIZE) == LOCATOR_SIGNATURE) {
                long at = end64(content, last.getLong(end - LOCATOR_SIZE + 8), tailStart + end - LOCATOR_SIZE);
                ByteBuffer end64 = buffer(content.range(at, END64_SIZE));
                count = end64.getLong(32);
                size = end64.getLong(40);
                start = end64.getLong(48);
                directoryEnd = at;
            }
            return entries(content, count, size, start, directoryEnd);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw broken("the archive's directory points outside of the file");
        }
    }

    private static int end(ByteBuffer tail) throws ReadingRefused {
        for (int at = tail.limit() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw broken("the archive has no directory at its end: the file was cut");
    }

    /** Finds the 64-bit end record, which a prefix before the archive displaces. */
    private static long end64(ObjectContent content, long claimed, long locator) throws ReadingRefused {
        for (long at : new long[] {claimed, locator - END64_SIZE}) {
            if (at >= 0 && at <= locator - END64_SIZE) {
                if (buffer(content.range(at, END64_SIZE)).getInt(0) == END64_SIGNATURE) {
                    return at;
                }
            }
        }
        throw broken("the archive's directory can't be found");
    }

    private static List<Entry> entries(ObjectContent content, long count, long size, long start, long directoryEnd)
            throws ReadingRefused {
        if (count > UnpackBounds.MAX_PARTS || size > MAX_DIRECTORY) {
            throw new ReadingRefused(
                    Problem.TOO_LARGE,
                    count + " files in the archive; at most " + UnpackBounds.MAX_PARTS + " are taken out");
        }
        // A program before the archive moves everything by its length.
        long prefix = directoryEnd - size - start;
        if (prefix < 0 || start < 0 || size < 0 || count < 0) {
            throw broken("the archive's directory points outside of the file");
        }
        ByteBuffer directory = buffer(content.range(start + prefix, (int) size));
        List<Entry> entries = new ArrayList<>();
        for (int at = 0, i = 0; i < count; i++) {
            if (directory.getInt(at) != DIRECTORY_SIGNATURE) {
                throw broken("the archive's directory is broken");
            }
            entries.add(entry(directory, at, prefix));
            at += DIRECTORY_SIZE + size(directory, at + 28) + size(directory, at + 30) + size(directory, at + 32);
        }
        return entries;
    }

    private static Entry entry(ByteBuffer directory, int at, long prefix) {
        int nameLength = size(directory, at + 28);
        byte[] name = new byte[nameLength];
        directory.get(at + DIRECTORY_SIZE, name);
        int flags = directory.getShort(at + 8);
        long packed = directory.getInt(at + 20) & IN_EXTRA;
        long size = directory.getInt(at + 24) & IN_EXTRA;
        long offset = directory.getInt(at + 42) & IN_EXTRA;
        int extra = at + DIRECTORY_SIZE + nameLength;
        int extraEnd = extra + size(directory, at + 30);
        while (extra + 4 <= extraEnd) {
            if (size(directory, extra) == EXTRA_64) {
                // Present in this order, each only where its 32-bit field is full.
                int next = extra + 4;
                size = size == IN_EXTRA ? directory.getLong(next) : size;
                next += (directory.getInt(at + 24) & IN_EXTRA) == IN_EXTRA ? 8 : 0;
                packed = packed == IN_EXTRA ? directory.getLong(next) : packed;
                next += (directory.getInt(at + 20) & IN_EXTRA) == IN_EXTRA ? 8 : 0;
                offset = offset == IN_EXTRA ? directory.getLong(next) : offset;
            }
            extra += 4 + size(directory, extra + 2);
        }
        return new Entry(
                name(name, flags),
                flags,
                size(directory, at + 10),
                directory.getInt(at + 16),
                packed,
                size,
                offset + prefix);
    }

    private static String name(byte[] name, int flags) {
        String text = new String(name, StandardCharsets.UTF_8);
        return (flags & UTF_8_NAME) == 0 && text.indexOf('\uFFFD') >= 0 ? new String(name, OLD_NAMES) : text;
    }

    private static int size(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ReadingRefused broken(String detail) {
        return new ReadingRefused(Problem.UNREADABLE, detail);
    }
}
