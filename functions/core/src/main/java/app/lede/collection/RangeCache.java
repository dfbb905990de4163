package app.lede.collection;

import app.lede.document.ObjectContent;
import java.util.Arrays;

/** Reads small ranges that follow each other from one larger one, a request for hundreds of files. Not thread safe. */
final class RangeCache {

    /** In bytes. */
    static final int LARGEST = 4 * 1024 * 1024;

    private final ObjectContent content;
    private byte[] bytes = new byte[0];
    private long start;

    RangeCache(ObjectContent content) {
        this.content = content;
    }

    /** Returns a range of at most {@value #LARGEST} bytes; shorter where the object ends before. */
    byte[] range(long offset, int length) {
        if (offset < 0 || offset > content.size() || length < 0) {
            throw new IllegalArgumentException("lies outside of the file");
        }
        long end = Math.min(content.size(), offset + length);
        if (offset < start || end > start + bytes.length) {
            bytes = new byte[0];
            bytes = content.range(offset, (int) Math.min(LARGEST, content.size() - offset));
            start = offset;
        }
        int from = (int) (offset - start);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + (int) (end - offset)));
    }
}
