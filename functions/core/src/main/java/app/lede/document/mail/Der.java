package app.lede.document.mail;

import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Walks over elements in ASN.1's encodings BER and DER (X.690), with lengths that are told or ended by a mark. Lengths are checked
 * against the bytes there are, and nesting is bounded. Not thread safe.
 */
final class Der {

    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;

    /** First tag of its context, constructed: {@code [0]}. */
    static final int FIRST = 0xa0;

    private static final int OCTETS = 0x04;
    private static final int CONSTRUCTED = 0x20;
    private static final int MAX_DEPTH = 16;

    private final byte[] bytes;
    private final int end;
    private int at;

    private Der(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    static Der of(byte[] bytes) {
        return new Der(bytes, 0, bytes.length);
    }

    /** Tests whether another element follows. */
    boolean hasNext() {
        return at < end && !isMark();
    }

    /** Returns the tag of the next element; -1 behind the last. */
    int tag() {
        return hasNext() ? bytes[at] & 0xff : -1;
    }

    /** Returns the elements within the next one, which has a tag; what follows that one is not read any more. */
    Der enter(int tag) throws ReadingRefused {
        Content content = content(tag);
        return new Der(bytes, content.start(), content.end());
    }

    /** Returns the bytes of the next element, which is primitive. */
    byte[] primitive(int tag) throws ReadingRefused {
        Content content = content(tag);
        if (content.open()) {
            throw broken();
        }
        at = content.end();
        return Arrays.copyOfRange(bytes, content.start(), content.end());
    }

    /** Passes over the next element. */
    void skip() throws ReadingRefused {
        skip(0);
    }

    private void skip(int depth) throws ReadingRefused {
        Content content = content(tag());
        if (!content.open()) {
            at = content.end();
            return;
        }
        if (depth == MAX_DEPTH) {
            throw broken();
        }
        at = content.start();
        while (hasNext()) {
            skip(depth + 1);
        }
        mark();
    }

    /** Returns the bytes of an octet string, whose pieces may be strings again. */
    byte[] octets() throws ReadingRefused {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets(octets, 0);
        return octets.toByteArray();
    }

    private void octets(ByteArrayOutputStream octets, int depth) throws ReadingRefused {
        if (tag() == OCTETS) {
            octets.writeBytes(primitive(OCTETS));
            return;
        }
        Content content = content(OCTETS | CONSTRUCTED);
        if (depth == MAX_DEPTH) {
            throw broken();
        }
        Der pieces = new Der(bytes, content.start(), content.end());
        while (pieces.hasNext()) {
            pieces.octets(octets, depth + 1);
        }
        if (content.open()) {
            pieces.mark();
        }
        at = pieces.at;
    }

    /** An element's content; where its length is not told, it is open to the end of what is around it. */
    private record Content(int start, int end, boolean open) {}

    private Content content(int tag) throws ReadingRefused {
        if (tag < 0 || tag() != tag || at + 2 > end) {
            throw broken();
        }
        int first = bytes[at + 1] & 0xff;
        int start = at + 2;
        if (first == 0x80 && (tag & CONSTRUCTED) != 0) {
            return new Content(start, end, true);
        }
        long length = first;
        if (first >= 0x80) {
            int count = first & 0x7f;
            if (count == 0 || count > 4 || start + count > end) {
                throw broken();
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = (length << 8) | (bytes[start++] & 0xff);
            }
        }
        if (length > end - start) {
            throw broken();
        }
        return new Content(start, start + (int) length, false);
    }

    private boolean isMark() {
        return at + 1 < end && bytes[at] == 0 && bytes[at + 1] == 0;
    }

    /** Passes over the mark that ends an element without a length. */
    private void mark() throws ReadingRefused {
        if (!isMark()) {
            throw broken();
        }
        at += 2;
    }

    private static ReadingRefused broken() {
        return new ReadingRefused(Problem.UNREADABLE, "the mail's signature (S/MIME) is broken, or was cut");
    }
}
