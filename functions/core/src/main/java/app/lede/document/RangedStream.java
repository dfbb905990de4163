package app.lede.document;

import java.io.InputStream;

/**
 * Streams an object in stretches, each of its own request: none is open while the reader is busy elsewhere, so none is cut off for
 * idling. Not thread safe.
 */
final class RangedStream extends InputStream {

    /** In bytes; a request costs some 30 ms, the transfer of a stretch 50. */
    private static final int STRETCH = 4 * 1024 * 1024;

    private final ObjectContent content;
    private long next;
    private byte[] stretch = new byte[0];
    private int at;

    RangedStream(ObjectContent content, long offset) {
        this.content = content;
        this.next = offset;
    }

    @Override
    public int read() {
        return isOver() ? -1 : stretch[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        int count = Math.min(length, stretch.length - at);
        System.arraycopy(stretch, at, into, offset, count);
        at += count;
        return count;
    }

    /** Returns 1 where the next stretch is not loaded yet: readers of gzip take 0 for the end. */
    @Override
    public int available() {
        return at < stretch.length ? stretch.length - at : next < content.size() ? 1 : 0;
    }

    private boolean isOver() {
        if (at < stretch.length) {
            return false;
        }
        long left = content.size() - next;
        // The old stretch is let go before the next is loaded.
        stretch = new byte[0];
        at = 0;
        if (left > 0) {
            stretch = content.range(next, (int) Math.min(STRETCH, left));
            next += stretch.length;
        }
        return stretch.length == 0;
    }
}
