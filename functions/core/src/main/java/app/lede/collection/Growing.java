package app.lede.collection;

import java.util.Arrays;

/** Collects bytes up to the size of a part; counts those beyond it without keeping them. Not thread safe. */
final class Growing {

    private static final int FIRST = 16 * 1024;

    private byte[] bytes = new byte[FIRST];
    private int size;
    private long offered;

    void add(byte[] from, int offset, int length) {
        offered += length;
        int kept = Math.min(length, Parts.MAX_PART - size);
        if (size + kept > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(Parts.MAX_PART, Math.max(size + kept, 2 * bytes.length)));
        }
        System.arraycopy(from, offset, bytes, size, kept);
        size += kept;
    }

    /** Returns the number of bytes offered, kept or not. */
    long offered() {
        return offered;
    }

    boolean isOver() {
        return offered > Parts.MAX_PART;
    }

    boolean isEmpty() {
        return offered == 0;
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Takes back what was added behind a size. */
    void cut(int to) {
        size = to;
        offered = to < Parts.MAX_PART ? to : offered;
    }

    /** Empties the buffer; one that has grown large is let go. */
    void clear() {
        size = 0;
        offered = 0;
        if (bytes.length > 64 * FIRST) {
            bytes = new byte[FIRST];
        }
    }
}
