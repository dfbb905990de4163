package app.lede.document.ole;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes compound files of sectors of 512 bytes, with a mini stream for streams below 4096 bytes. */
public final class CompoundFiles {

    private static final int SECTOR = 512;
    private static final int MINI = 64;
    private static final int CUTOFF = 4096;
    private static final int END = -2;
    private static final int FREE = -1;

    private final List<byte[]> sectors = new ArrayList<>();
    private final List<Integer> fat = new ArrayList<>();
    private final List<Integer> miniFat = new ArrayList<>();
    private byte[] mini = new byte[0];
    private final List<byte[]> entries = new ArrayList<>();

    private CompoundFiles() {}

    /** Returns a file of these streams; a path has at most one storage. */
    public static byte[] of(Map<String, byte[]> streams) {
        return new CompoundFiles().written(streams);
    }

    private byte[] written(Map<String, byte[]> streams) {
        entries.add(new byte[0]);
        List<Integer> top = new ArrayList<>();
        streams.forEach((path, content) -> {
            List<String> steps = List.of(path.split("/", 2));
            int stream = entry(steps.getLast(), 2, FREE, stored(content), content.length);
            top.add(steps.size() == 1 ? stream : entry(steps.getFirst(), 1, stream, 0, 0));
        });
        for (int i = 0; i + 1 < top.size(); i++) {
            ByteBuffer.wrap(entries.get(top.get(i)))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(72, top.get(i + 1));
        }
        int miniStart = chain(mini);
        entries.set(0, entryBytes("Root Entry", 5, top.isEmpty() ? FREE : top.getFirst(), miniStart, mini.length));
        int directory = chain(joined(entries));
        int miniTable = chain(numbers(miniFat));
        int tables = (fat.size() + SECTOR / 4) / (SECTOR / 4 - 1) + 1;
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            places.add(fat.size());
            fat.add(-3);
        }
        byte[] table = numbers(fat);
        byte[] header = header(directory, miniTable, places);
        List<byte[]> all = new ArrayList<>(List.of(header));
        all.addAll(sectors);
        all.add(Arrays.copyOf(table, tables * SECTOR));
        return joined(all);
    }

    private static byte[] header(int directory, int miniTable, List<Integer> tables) {
        ByteBuffer header = ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(0, 0xe11ab1a1e011cfd0L).putShort(0x1a, (short) 3).putShort(0x1c, (short) 0xfffe);
        header.putShort(0x1e, (short) 9).putShort(0x20, (short) 6).putInt(0x2c, tables.size());
        header.putInt(0x30, directory)
                .putInt(0x38, CUTOFF)
                .putInt(0x3c, miniTable)
                .putInt(0x44, END);
        for (int i = 0; i < 109; i++) {
            header.putInt(0x4c + 4 * i, i < tables.size() ? tables.get(i) : FREE);
        }
        return header.array();
    }

    private int entry(String name, int kind, int child, int start, int size) {
        entries.add(entryBytes(name, kind, child, start, size));
        return entries.size() - 1;
    }

    private static byte[] entryBytes(String name, int kind, int child, int start, int size) {
        ByteBuffer entry = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        entry.put(name.getBytes(StandardCharsets.UTF_16LE));
        entry.putShort(64, (short) (2 * name.length() + 2)).put(66, (byte) kind).put(67, (byte) 1);
        entry.putInt(68, FREE)
                .putInt(72, FREE)
                .putInt(76, child)
                .putInt(116, start)
                .putInt(120, size);
        return entry.array();
    }

    private int stored(byte[] content) {
        if (content.length >= CUTOFF) {
            return chain(content);
        }
        int first = mini.length / MINI;
        int count = (content.length + MINI - 1) / MINI;
        mini = joined(List.of(mini, Arrays.copyOf(content, count * MINI)));
        for (int i = 0; i < count; i++) {
            miniFat.add(i + 1 < count ? first + i + 1 : END);
        }
        return count == 0 ? END : first;
    }

    private int chain(byte[] content) {
        int first = sectors.size();
        int count = (content.length + SECTOR - 1) / SECTOR;
        for (int i = 0; i < count; i++) {
            sectors.add(Arrays.copyOf(
                    Arrays.copyOfRange(content, i * SECTOR, Math.min(content.length, (i + 1) * SECTOR)), SECTOR));
            fat.add(i + 1 < count ? first + i + 1 : END);
        }
        return count == 0 ? END : first;
    }

    private static byte[] numbers(List<Integer> numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.size()).order(ByteOrder.LITTLE_ENDIAN);
        numbers.forEach(bytes::putInt);
        return bytes.array();
    }

    private static byte[] joined(List<byte[]> parts) {
        byte[] all = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
