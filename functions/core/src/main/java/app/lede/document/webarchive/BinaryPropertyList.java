package app.lede.document.webarchive;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads dictionaries, texts and data of a binary property list on request (format {@code bplist00}, as in Apple's
 * CFBinaryPList.c). Follows no reference by itself, so that circles and claimed sizes cost nothing. Not thread safe.
 */
final class BinaryPropertyList {

    private static final int TRAILER = 32;
    private static final int MAX_ENTRIES = 10_000;
    private static final int DATA = 4;
    private static final int ASCII = 5;
    private static final int UTF_16 = 6;
    private static final int DICTIONARY = 13;

    private final ByteBuffer bytes;
    private final int offsetSize;
    private final int referenceSize;
    private final int table;
    private final long top;

    private BinaryPropertyList(byte[] list) throws ReadingRefused {
        bytes = ByteBuffer.wrap(list);
        if (list.length < TRAILER + 8) {
            throw broken();
        }
        int trailer = list.length - TRAILER;
        offsetSize = bytes.get(trailer + 6);
        referenceSize = bytes.get(trailer + 7);
        top = bytes.getLong(trailer + 16);
        table = (int) Math.max(0, Math.min(list.length, bytes.getLong(trailer + 24)));
    }

    static BinaryPropertyList of(byte[] bytes) throws ReadingRefused {
        return new BinaryPropertyList(bytes);
    }

    private static ReadingRefused broken() {
        return new ReadingRefused(
                Problem.UNREADABLE, "the web archive was cut, or is broken: save the page again, as HTML or PDF");
    }

    /** Returns the references of the outermost dictionary by key. */
    Map<String, Long> root() throws ReadingRefused {
        return dictionary(top);
    }

    /** Returns the references of a dictionary by key. */
    Map<String, Long> dictionary(long reference) throws ReadingRefused {
        try {
            int at = offset(reference);
            int count = expect(at, DICTIONARY);
            int keys = start(at);
            if (count > MAX_ENTRIES) {
                throw broken();
            }
            Map<String, Long> entries = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                long key = number(keys + i * referenceSize, referenceSize);
                entries.put(text(key), number(keys + (count + i) * referenceSize, referenceSize));
            }
            return entries;
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw broken();
        }
    }

    String text(long reference) throws ReadingRefused {
        try {
            int at = offset(reference);
            boolean wide = kind(at) == UTF_16;
            int length = expect(at, wide ? UTF_16 : ASCII);
            byte[] text = slice(start(at), wide ? 2L * length : length);
            return new String(text, wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw broken();
        }
    }

    byte[] data(long reference) throws ReadingRefused {
        try {
            int at = offset(reference);
            return slice(start(at), expect(at, DATA));
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw broken();
        }
    }

    private byte[] slice(int from, long length) throws ReadingRefused {
        if (length < 0 || length > bytes.limit() - from) {
            throw broken();
        }
        byte[] slice = new byte[(int) length];
        bytes.get(from, slice);
        return slice;
    }

    private int offset(long reference) throws ReadingRefused {
        long at = table + reference * offsetSize;
        if (reference < 0 || at < 0 || at > bytes.limit()) {
            throw broken();
        }
        return (int) Math.min(Integer.MAX_VALUE, number((int) at, offsetSize));
    }

    private int kind(int at) {
        return (bytes.get(at) & 0xf0) >> 4;
    }

    /** Returns the count of an object of this kind. */
    private int expect(int at, int kind) throws ReadingRefused {
        if (kind(at) != kind) {
            throw broken();
        }
        int count = bytes.get(at) & 0x0f;
        return count < 15 ? count : (int) Math.min(Integer.MAX_VALUE, number(at + 2, width(at)));
    }

    /** Returns the index of an object's content. */
    private int start(int at) throws ReadingRefused {
        return (bytes.get(at) & 0x0f) < 15 ? at + 1 : at + 2 + width(at);
    }

    private int width(int at) throws ReadingRefused {
        int power = bytes.get(at + 1) & 0x0f;
        if (power > 3) {
            throw broken();
        }
        return 1 << power;
    }

    private long number(int at, int size) throws ReadingRefused {
        if (size < 1 || size > 8) {
            throw broken();
        }
        long number = 0;
        for (int i = 0; i < size; i++) {
            number = (number << 8) | (bytes.get(at + i) & 0xff);
        }
        if (number < 0) {
            throw broken();
        }
        return number;
    }
}
