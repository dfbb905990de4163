package app.lede.collection;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Streams the documents of a tar archive (POSIX ustar, with the long names of GNU tar and pax). Links, folders and files that only
 * serve others are left out. Not thread safe.
 */
final class TarParts implements Parts {

    private static final int BLOCK = 512;

    /** Longest name in an extended header, in bytes. */
    private static final int MAX_NAME = 64 * 1024;

    private final ByteSource in;
    private String longName = "";
    private boolean over;

    TarParts(InputStream in) {
        this.in = new ByteSource(in, 64 * 1024);
    }

    /** Tests for the magic number of ustar, and the check sum of the first header. */
    static boolean isTar(String head) {
        return head.length() >= BLOCK
                && head.startsWith("ustar", 257)
                && isHeader(head.substring(0, BLOCK).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isHeader(byte[] block) {
        int sum = 8 * ' ';
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? 0 : block[i] & 0xff;
        }
        return sum == number(block, 148, 8);
    }

    @Override
    public Optional<Part> next() throws IOException {
        while (!over) {
            byte[] block = in.bytes(BLOCK);
            if (block.length == 0 || isZero(block)) {
                over = true;
                break;
            }
            if (block.length < BLOCK || !isHeader(block)) {
                over = true;
                throw new ReadingRefused(Problem.UNREADABLE, "no header where a file should begin");
            }
            long size = number(block, 124, 12);
            long end = in.position() + size;
            Optional<Part> part = entry(block, size);
            if (over) {
                return part;
            }
            in.skipTo(end + (BLOCK - size % BLOCK) % BLOCK);
            if (part.isPresent()) {
                return part;
            }
        }
        return Optional.empty();
    }

    private Optional<Part> entry(byte[] header, long size) throws IOException {
        char type = (char) header[156];
        switch (type) {
            case 'L' -> longName = text(in.bytes((int) Math.min(size, MAX_NAME)), 0, (int) Math.min(size, MAX_NAME));
            case 'x' -> longName = path(new String(in.bytes((int) Math.min(size, MAX_NAME)), StandardCharsets.UTF_8));
            case '0', '\0', '7' -> {
                String name = longName.isEmpty() ? name(header) : longName;
                longName = "";
                return name.endsWith("/") || ServingFiles.isServing(name)
                        ? Optional.empty()
                        : Optional.of(file(Named.file(name), size));
            }
            default -> longName = "";
        }
        return Optional.empty();
    }

    private Part file(String name, long size) throws IOException {
        if (size > MAX_PART) {
            return new Part.Broken(name, Problem.TOO_LARGE, size + " bytes, at most " + MAX_PART + " are read");
        }
        byte[] bytes = in.bytes((int) size);
        if (bytes.length < size) {
            over = true;
            return new Part.Broken(name, Problem.ENCODING, "the archive was cut in its middle");
        }
        return new Part.Document(name, bytes, null);
    }

    private static String name(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** Returns the path of pax records: {@code <length> path=<value>}. */
    private static String path(String records) {
        return records.lines()
                .filter(line -> line.matches("\\d{1,6} path=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElse("");
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < Math.min(bytes.length, from + length) && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Parses octal digits, or GNU tar's binary number of large files; 0 for anything else. */
    private static long number(byte[] block, int from, int length) {
        long value = 0;
        if ((block[from] & 0x80) != 0) {
            for (int i = from + length - 8; i < from + length; i++) {
                value = (value << 8) | (block[i] & 0xff);
            }
            return Math.max(0, value);
        }
        for (int i = from; i < from + length; i++) {
            if (block[i] >= '0' && block[i] <= '7') {
                value = value * 8 + block[i] - '0';
            } else if (value > 0) {
                break;
            }
        }
        return value;
    }

    private static boolean isZero(byte[] block) {
        for (byte value : block) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
