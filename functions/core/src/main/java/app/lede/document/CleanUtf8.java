package app.lede.document;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * Checks the bytes of a document in one pass: whether they are unmistakably UTF-8 and what has to be cleaned. Most pages need
 * neither a detector of charsets nor {@link CleanText}, and can be parsed while they are decoded.
 *
 * @param bytes the document's own if nothing has to be removed
 * @param sequences number of characters beyond ASCII
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for the reading of one document, compared by nobody.
record CleanUtf8(byte[] bytes, int sequences) {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long SPACES = ' ' * ONES;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /**
     * Returns the bytes of a UTF-8 text without control characters, line ends being {@code \n}: decoded, they are what
     * {@link Charsets#decode} and {@link CleanText} return if the charset is UTF-8. Empty if the text is in doubt: a byte
     * order mark, an invalid or cut sequence, or a character beyond ASCII that has to be removed or repaired.
     */
    static Optional<CleanUtf8> of(byte[] bytes) {
        int sequences = 0;
        boolean clean = true;
        for (int i = 0; i < bytes.length; ) {
            i = endOfPlain(bytes, i);
            if (i == bytes.length) {
                break;
            }
            byte b = bytes[i];
            if (b >= ' ' && b < 0x7f) {
                i++;
            } else if (b >= 0) {
                clean &= isText(b);
                i++;
            } else {
                int length = sequence(bytes, i);
                if (length == 0) {
                    return Optional.empty();
                }
                sequences++;
                i += length;
            }
        }
        return startsWithMark(bytes)
                ? Optional.empty()
                : Optional.of(new CleanUtf8(clean ? bytes : withoutControls(bytes), sequences));
    }

    /** Skips printable ASCII, nearly all bytes of a page, eight at a time; may stop early. */
    private static int endOfPlain(byte[] bytes, int from) {
        int i = from;
        while (i + Long.BYTES <= bytes.length && isPlain((long) EIGHT.get(bytes, i))) {
            i += Long.BYTES;
        }
        return i;
    }

    /** Tests whether each of eight bytes is printable ASCII: neither below a space, nor DEL, nor beyond ASCII. */
    private static boolean isPlain(long eight) {
        return ((eight | (eight - SPACES) | (eight + ONES)) & HIGH_BITS) == 0;
    }

    /** Tests for so many characters beyond ASCII that the bytes are of no other charset, whatever is declared. */
    boolean isUnmistakable() {
        return sequences >= Charsets.MIN_SEQUENCES;
    }

    private static boolean startsWithMark(byte[] b) {
        return b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf;
    }

    private static boolean isText(byte b) {
        return (b >= 0x20 && b != 0x7f) || b == '\n' || b == '\t' || b < 0; // Negative: beyond ASCII, undoubted.
    }

    private static byte[] withoutControls(byte[] bytes) {
        byte[] clean = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int plain = endOfPlain(bytes, i) - i;
            System.arraycopy(bytes, i, clean, length, plain);
            length += plain;
            i += plain;
            if (i == bytes.length) {
                break;
            }
            byte b = bytes[i];
            boolean lineEnd = b == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
            if (lineEnd) {
                clean[length++] = '\n';
            } else if (isText(b)) {
                clean[length++] = b;
            }
        }
        return Arrays.copyOf(clean, length);
    }

    /** Returns the length of the sequence at this index; 0 if it is invalid, or its character is in doubt. */
    private static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        int c = lead & (0xff >> (length + 1));
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 0;
            }
            c = (c << 6) | (bytes[i] & 0x3f);
        }
        boolean shortest = length == 2 || c >= (length == 3 ? 0x800 : 0x10000);
        return shortest && c <= Character.MAX_CODE_POINT && isUndoubted(c) ? length : 0;
    }

    /** Tests a character beyond ASCII; controls may be halves of double-encoded ones, U+FFFD is a broken one. */
    private static boolean isUndoubted(int c) {
        boolean surrogate = c >= 0xd800 && c <= 0xdfff;
        boolean noncharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return c >= 0xa0 && c != 0xfffd && !surrogate && !noncharacter;
    }
}
