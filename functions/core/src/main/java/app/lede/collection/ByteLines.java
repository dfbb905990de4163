package app.lede.collection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits a stream into lines without copying them: each stands in the buffer until the next is asked for. A line longer than the
 * buffer comes in several pieces. Not thread safe.
 */
final class ByteLines {

    /** In bytes. */
    private static final int BUFFER = 256 * 1024;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long UPPER_BITS = ONES << 7;
    private static final long LINE_FEEDS = '\n' * ONES;

    private final InputStream in;
    private ByteArrayInputStream unread = new ByteArrayInputStream(new byte[0]);

    /** Bytes that were given back and belong to no line yet. */
    private long unreadLeft;

    private boolean isReread;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private int limit;
    private boolean begins = true;
    private boolean ends = true;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line or piece; false at the end. */
    boolean next() throws IOException {
        start = end;
        begins = ends;
        int newline = find(start);
        if (newline < 0) {
            newline = fill();
        }
        end = newline < 0 ? limit : newline + 1;
        ends = newline >= 0;
        isReread = unreadLeft > 0;
        unreadLeft -= Math.min(unreadLeft, end - start);
        return end > start;
    }

    /** Gives back bytes to be read again before the next line, which begins with them. */
    void unread(byte[] bytes) {
        byte[] rest = Arrays.copyOf(bytes, bytes.length + limit - end + unread.available());
        System.arraycopy(buffer, end, rest, bytes.length, limit - end);
        int offset = bytes.length + limit - end;
        unread.readNBytes(rest, offset, rest.length - offset);
        unread = new ByteArrayInputStream(rest);
        unreadLeft += bytes.length;
        start = 0;
        end = 0;
        limit = 0;
        ends = true;
    }

    private int read() throws IOException {
        int count = unread.read(buffer, limit, BUFFER - limit);
        return count > 0 ? count : in.read(buffer, limit, BUFFER - limit);
    }

    /** Tests whether this piece was given back before. */
    boolean isReread() {
        return isReread;
    }

    /**
     * Returns the place of the next line feed, -1 if there is none. Looks at 32 bytes at a time: Lambda stops at the JVM's first
     * compiler, which unrolls nothing.
     */
    private int find(int from) {
        byte[] bytes = buffer;
        int to = limit;
        int at = from;
        while (at < to - 31
                && ((lineFeeds(bytes, at)
                                        | lineFeeds(bytes, at + 8)
                                        | lineFeeds(bytes, at + 16)
                                        | lineFeeds(bytes, at + 24))
                                & UPPER_BITS)
                        == 0) {
            at += 32;
        }
        while (at < to - 7 && (lineFeeds(bytes, at) & UPPER_BITS) == 0) {
            at += 8;
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at < to ? at : -1;
    }

    /** Sets the upper bit of the first of eight bytes that is a line feed; the other bits say nothing (Hacker's Delight, 6-1). */
    private static long lineFeeds(byte[] bytes, int at) {
        long zero = (long) EIGHT_BYTES.get(bytes, at) ^ LINE_FEEDS;
        return (zero - ONES) & ~zero;
    }

    /** Loads more until there is a line feed, the end, or no room; returns the place of the line feed, or -1. */
    private int fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        start = 0;
        while (limit < BUFFER) {
            int count = read();
            if (count < 0) {
                return -1;
            }
            int from = limit;
            limit += count;
            int newline = find(from);
            if (newline >= 0) {
                return newline;
            }
        }
        return -1;
    }

    /** Tests whether this piece is the first of its line. */
    boolean begins() {
        return begins;
    }

    /** Tests whether this piece is the last of its line; that of the last line of a file need not end. */
    boolean ends() {
        return ends;
    }

    /** Tests for a line without a character, line break aside. */
    boolean isBlank() {
        int length = length();
        return begins && ((length == 1 && buffer[start] == '\n') || (length == 2 && buffer[start] == '\r'));
    }

    boolean startsWith(byte[] word) {
        return length() >= word.length && Arrays.equals(buffer, start, start + word.length, word, 0, word.length);
    }

    int length() {
        return end - start;
    }

    byte at(int index) {
        return buffer[start + index];
    }

    /** Appends this piece from an index on. */
    void appendTo(Growing bytes, int from) {
        bytes.add(buffer, start + from, length() - from);
    }

    /** Returns this piece as it is, with its line break. */
    byte[] bytes() {
        return Arrays.copyOfRange(buffer, start, end);
    }

    /** Returns at most so many bytes of the line as Latin-1, without its line break. */
    String text(int most) {
        int to = Math.min(end, start + most);
        while (to > start && (buffer[to - 1] == '\n' || buffer[to - 1] == '\r')) {
            to--;
        }
        return new String(buffer, start, to - start, StandardCharsets.ISO_8859_1);
    }
}
