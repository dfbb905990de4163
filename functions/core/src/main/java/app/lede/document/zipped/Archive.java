package app.lede.document.zipped;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip archive in memory. Entries are located by the central directory (APPNOTE.TXT, sections 4.3.7, 4.3.12 and
 * 4.3.16) and inflated only on request, so that images cost nothing. Entry names are never used as file paths.
 *
 * <p>Not thread safe: it counts the inflated bytes.
 */
final class Archive {

    static final int MAX_ENTRIES = 5_000;

    /** Maximum inflated size of all entries together, in bytes. */
    static final int MAX_INFLATED = 50 * 1024 * 1024;

    /** Maximum compression ratio. XML of real documents reaches 10, tables 50; a bomb nears deflate's limit of 1032. */
    private static final int MAX_RATIO = 250;

    /** Size in bytes below which an entry may have any ratio. */
    private static final int HARMLESS = 1024 * 1024;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int DIRECTORY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer bytes;
    private final Map<String, Entry> entries = new HashMap<>();
    private int inflated;

    private record Entry(int flags, int method, int crc, int size, int offset) {}

    private Archive(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads the central directory. */
    static Archive of(byte[] bytes) throws ReadingRefused {
        Archive archive = new Archive(bytes);
        try {
            archive.readDirectory(archive.end());
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw broken("the archive's directory points outside of the file");
        }
        return archive;
    }

    private int end() throws ReadingRefused {
        int last = bytes.limit() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw broken("the archive has no directory at its end: the file was cut");
    }

    private void readDirectory(int end) throws ReadingRefused {
        int count = bytes.getShort(end + 10) & 0xffff;
        if (count > MAX_ENTRIES) {
            throw new ReadingRefused(
                    Problem.TOO_LARGE, count + " files in the archive; at most " + MAX_ENTRIES + " are read");
        }
        int at = bytes.getInt(end + 16);
        for (int i = 0; i < count; i++) {
            if (bytes.getInt(at) != DIRECTORY_SIGNATURE) {
                throw broken("the archive's directory is broken");
            }
            int nameLength = bytes.getShort(at + 28) & 0xffff;
            Entry entry = new Entry(
                    bytes.getShort(at + 8),
                    bytes.getShort(at + 10),
                    bytes.getInt(at + 16),
                    bytes.getInt(at + 20),
                    bytes.getInt(at + 42));
            entries.putIfAbsent(name(at + DIRECTORY_SIZE, nameLength), entry);
            at += DIRECTORY_SIZE + nameLength + (bytes.getShort(at + 30) & 0xffff) + (bytes.getShort(at + 32) & 0xffff);
        }
    }

    private String name(int at, int length) {
        byte[] name = new byte[length];
        bytes.get(at, name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** Returns the names of the entries. */
    Set<String> names() {
        return entries.keySet();
    }

    /** Returns an entry's bytes, checked against its CRC-32; empty if there is no such entry. */
    Optional<byte[]> get(String name) throws ReadingRefused {
        Entry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if ((entry.flags() & ENCRYPTED) != 0) {
            throw new ReadingRefused(Problem.ENCRYPTED, "the archive needs a password: pack it again without one");
        }
        try {
            int start = entry.offset()
                    + LOCAL_SIZE
                    + (bytes.getShort(entry.offset() + 26) & 0xffff)
                    + (bytes.getShort(entry.offset() + 28) & 0xffff);
            ByteBuffer packed = bytes.slice(start, entry.size());
            byte[] content =
                    switch (entry.method()) {
                        case STORED -> stored(packed);
                        case DEFLATED -> inflate(packed, name);
                        default -> throw broken(name + " is packed by a method that is not read: " + entry.method());
                    };
            checkSum(content, entry, name);
            return Optional.of(content);
        } catch (IndexOutOfBoundsException e) {
            throw broken(name + " lies outside of the file");
        }
    }

    /** Refuses damaged bytes, which may inflate all the same. */
    private static void checkSum(byte[] content, Entry entry, String name) throws ReadingRefused {
        CRC32 sum = new CRC32();
        sum.update(content);
        if ((int) sum.getValue() != entry.crc()) {
            throw new ReadingRefused(Problem.ENCODING, name + " is damaged: its check sum is another");
        }
    }

    private byte[] stored(ByteBuffer packed) throws ReadingRefused {
        count(packed.remaining());
        byte[] content = new byte[packed.remaining()];
        packed.get(content);
        return content;
    }

    private byte[] inflate(ByteBuffer packed, String name) throws ReadingRefused {
        int size = packed.remaining();
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            Growing content = new Growing();
            while (!inflater.finished()) {
                int read = inflater.inflate(content.room());
                if (read == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new ReadingRefused(Problem.ENCODING, name + " ends too early");
                }
                content.wrote(read);
                count(read);
                if (content.size() > HARMLESS && content.size() / MAX_RATIO > size) {
                    throw new ReadingRefused(
                            Problem.TOO_LARGE, name + " inflates to more than " + MAX_RATIO + " times its size");
                }
            }
            return content.bytes();
        } catch (DataFormatException | RuntimeException | InternalError e) {
            // The inflater is native code that has thrown more than it declares.
            throw new ReadingRefused(Problem.ENCODING, name + " can't be inflated: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private void count(int more) throws ReadingRefused {
        inflated += more;
        if (inflated > MAX_INFLATED) {
            throw new ReadingRefused(Problem.TOO_LARGE, "inflates to more than " + MAX_INFLATED + " bytes");
        }
    }

    private static ReadingRefused broken(String detail) {
        return new ReadingRefused(Problem.UNREADABLE, detail);
    }

    /** A byte buffer that grows. */
    private static final class Growing {
        private byte[] buffer = new byte[8192];
        private int size;

        ByteBuffer room() {
            if (size == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * size);
            }
            return ByteBuffer.wrap(buffer, size, buffer.length - size);
        }

        void wrote(int count) {
            size += count;
        }

        int size() {
            return size;
        }

        byte[] bytes() {
            return Arrays.copyOf(buffer, size);
        }
    }
}
