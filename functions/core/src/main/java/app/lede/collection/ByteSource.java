package app.lede.collection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines and stretches of a stream, and knows its place. Not thread safe. */
final class ByteSource {

    private final InputStream in;
    private final byte[] buffer;
    private int at;
    private int limit;
    private long before;

    ByteSource(InputStream in, int size) {
        this.in = in;
        this.buffer = new byte[size];
    }

    /** Returns the number of bytes taken. */
    long position() {
        return before + at;
    }

    /** Returns the next line in UTF-8 without its line break, cut to so many bytes; null at the end. */
    @Nullable
    String line(int most) throws IOException {
        if (at == limit && !fill()) {
            return null;
        }
        int end = find();
        if (end >= 0) {
            String text = text(buffer, at, Math.min(end, at + most));
            at = end + 1;
            return text;
        }
        return longLine(most);
    }

    /** Reads a line that goes on beyond the buffer. */
    private String longLine(int most) throws IOException {
        Growing line = new Growing();
        int end = -1;
        do {
            end = find();
            int until = end < 0 ? limit : end;
            line.add(buffer, at, Math.min(until - at, Math.max(0, most - line.size())));
            at = end < 0 ? limit : end + 1;
        } while (end < 0 && fill());
        return text(line.bytes(), 0, line.size());
    }

    private int find() {
        for (int i = at; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String text(byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Takes so many bytes; fewer at the end. */
    byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int size = Math.min(length, limit - at);
        System.arraycopy(buffer, at, bytes, 0, size);
        at += size;
        while (size < length) {
            // Past the buffer, without a copy.
            int count = in.read(bytes, size, length - size);
            if (count < 0) {
                return Arrays.copyOf(bytes, size);
            }
            size += count;
            before += count;
        }
        return bytes;
    }

    /** Drops bytes up to a position, if that is not behind. */
    void skipTo(long position) throws IOException {
        while (position() < position && (at < limit || fill())) {
            at += (int) Math.min(limit - at, position - position());
        }
    }

    private boolean fill() throws IOException {
        before += limit;
        at = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }
}
