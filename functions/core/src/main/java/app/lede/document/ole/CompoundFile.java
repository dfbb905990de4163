package app.lede.document.ole;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A compound file in memory (Microsoft's MS-CFB): streams by path, the names of storages separated by slashes. Streams are joined
 * on request. Every chain of sectors is followed at most as long as the file is. Not thread safe.
 */
final class CompoundFile {

    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int FIRST_FATS = 109;
    private static final int MAX_ENTRIES = 20_000;

    /** Storages in storages; an attached mail in an attached mail needs four. */
    private static final int MAX_DEPTH = 12;

    private static final int STORAGE = 1;
    private static final int STREAM = 2;
    private static final int ROOT = 5;

    private final ByteBuffer bytes;
    private final int sectorSize;
    private final int miniSize;
    private final int cutoff;
    private final List<Integer> fat = new ArrayList<>();
    private final Map<String, Entry> streams = new HashMap<>();
    private byte[] mini = new byte[0];
    private List<Integer> miniFat = List.of();

    private record Entry(String name, int kind, int left, int right, int child, int start, long size) {}

    private CompoundFile(byte[] file) throws ReadingRefused {
        bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < HEADER) {
            throw broken();
        }
        sectorSize = 1 << Math.min(12, Math.max(9, bytes.getShort(0x1e)));
        miniSize = 1 << Math.min(9, Math.max(4, bytes.getShort(0x20)));
        cutoff = bytes.getInt(0x38);
    }

    static CompoundFile of(byte[] file) throws ReadingRefused {
        CompoundFile read = new CompoundFile(file);
        try {
            read.readFat();
            read.readDirectory();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw broken();
        }
        return read;
    }

    static ReadingRefused broken() {
        return new ReadingRefused(
                Problem.UNREADABLE, "the file was cut, or is broken: save it again, as .docx, .eml or PDF");
    }

    /** Returns the paths of all streams. */
    Set<String> paths() {
        return streams.keySet();
    }

    /** Returns a stream's bytes. */
    Optional<byte[]> stream(String path) throws ReadingRefused {
        Entry entry = streams.get(path);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(entry.size() < cutoff ? small(entry) : chain(entry.start(), entry.size()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw broken();
        }
    }

    private void readFat() throws ReadingRefused {
        int next = bytes.getInt(0x44);
        for (int i = 0; i < FIRST_FATS; i++) {
            addFat(bytes.getInt(0x4c + 4 * i));
        }
        int perSector = sectorSize / 4 - 1;
        for (int sectors = 0; next >= 0 && sectors <= bytes.limit() / sectorSize; sectors++) {
            int at = at(next);
            for (int i = 0; i < perSector; i++) {
                addFat(bytes.getInt(at + 4 * i));
            }
            next = bytes.getInt(at + 4 * perSector);
        }
    }

    private void addFat(int sector) throws ReadingRefused {
        if (sector >= 0) {
            if (fat.size() > bytes.limit() / sectorSize + sectorSize) {
                throw broken();
            }
            int at = at(sector);
            for (int i = 0; i < sectorSize / 4 && at + 4 * i + 4 <= bytes.limit(); i++) {
                fat.add(bytes.getInt(at + 4 * i));
            }
        }
    }

    private int at(int sector) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE - HEADER, (sector + 1L) * sectorSize));
    }

    private void readDirectory() throws ReadingRefused {
        ByteBuffer table =
                ByteBuffer.wrap(chain(bytes.getInt(0x30), bytes.limit())).order(ByteOrder.LITTLE_ENDIAN);
        List<Entry> entries = new ArrayList<>();
        for (int at = 0; at + ENTRY <= table.limit() && entries.size() < MAX_ENTRIES; at += ENTRY) {
            entries.add(entry(table, at));
        }
        if (entries.isEmpty() || entries.getFirst().kind() != ROOT) {
            throw broken();
        }
        Entry root = entries.getFirst();
        mini = chain(root.start(), root.size());
        ByteBuffer miniTable =
                ByteBuffer.wrap(chain(bytes.getInt(0x3c), bytes.limit())).order(ByteOrder.LITTLE_ENDIAN);
        miniFat = new ArrayList<>();
        while (miniTable.remaining() >= 4) {
            miniFat.add(miniTable.getInt());
        }
        walk(entries, root.child(), "", 0, new boolean[entries.size()]);
    }

    private static Entry entry(ByteBuffer table, int at) {
        int length = Math.max(0, Math.min(64, table.getShort(at + 64)) - 2);
        byte[] name = new byte[length];
        table.get(at, name);
        return new Entry(
                new String(name, StandardCharsets.UTF_16LE),
                table.get(at + 66),
                table.getInt(at + 68),
                table.getInt(at + 72),
                table.getInt(at + 76),
                table.getInt(at + 116),
                table.getInt(at + 120) & 0xffffffffL);
    }

    /** Visits the tree of a storage's entries, each at most once. */
    private void walk(List<Entry> entries, int first, String folder, int depth, boolean[] seen) {
        List<Integer> open = new ArrayList<>(List.of(first));
        while (!open.isEmpty()) {
            int index = open.removeLast();
            if (index >= 0 && index < entries.size() && !seen[index]) {
                seen[index] = true;
                Entry entry = entries.get(index);
                open.add(entry.left());
                open.add(entry.right());
                if (entry.kind() == STREAM) {
                    streams.putIfAbsent(folder + entry.name(), entry);
                } else if (entry.kind() == STORAGE && depth < MAX_DEPTH) {
                    walk(entries, entry.child(), folder + entry.name() + "/", depth + 1, seen);
                }
            }
        }
    }

    /** Joins a chain of sectors up to a size; a chain that ends early ends the stream. */
    private byte[] chain(int start, long size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int sector = start;
        for (int i = 0; sector >= 0 && i <= fat.size() && out.size() < size; i++) {
            int at = at(sector);
            int length = (int) Math.min(Math.min(sectorSize, size - out.size()), (long) bytes.limit() - at);
            if (length <= 0) {
                break;
            }
            out.write(bytes.array(), at, length);
            sector = sector < fat.size() ? fat.get(sector) : -1;
        }
        return out.toByteArray();
    }

    private byte[] small(Entry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int sector = entry.start();
        for (int i = 0; sector >= 0 && i <= miniFat.size() && out.size() < entry.size(); i++) {
            int at = sector * miniSize;
            int length = (int) Math.min(Math.min(miniSize, entry.size() - out.size()), (long) mini.length - at);
            if (length <= 0 || at < 0) {
                break;
            }
            out.write(mini, at, length);
            sector = sector < miniFat.size() ? miniFat.get(sector) : -1;
        }
        return out.toByteArray();
    }
}
