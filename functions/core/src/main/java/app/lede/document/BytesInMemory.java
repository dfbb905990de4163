package app.lede.document;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** Serves an object's content from memory. Thread safe. */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy of 20 MB would buy nothing.
record BytesInMemory(byte[] bytes) implements ObjectContent {

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public byte[] range(long offset, int length) {
        int start = (int) Math.min(offset, bytes.length);
        return Arrays.copyOfRange(bytes, start, start + Math.min(length, bytes.length - start));
    }

    @Override
    public InputStream from(long offset) {
        int start = (int) Math.min(offset, bytes.length);
        return new ByteArrayInputStream(bytes, start, bytes.length - start);
    }
}
