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
        Growing line = new Growing();
        while (true) {
            int start = at;
            while (at < limit && buffer[at] != '\n') {
                at++;
            }
            line.add(buffer, start, Math.min(at - start, Math.max(0, most - line.size())));
            if (at < limit) {
                at++;
                break;
            }
            if (!fill()) {
                break;
            }
        }
        String text = new String(line.bytes(), StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Takes so many bytes; fewer at the end. */
    byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int size = 0;
        while (size < length && (at < limit || fill())) {
            int count = Math.min(length - size, limit - at);
            System.arraycopy(buffer, at, bytes, size, count);
            at += count;
            size += count;
        }
        return size == length ? bytes : Arrays.copyOf(bytes, size);
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
