package app.lede.gzip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates gzip files in memory, within bounds; faults are returned as values. Members that follow each other are joined,
 * bytes after the last are ignored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>
 */
public final class Gunzip {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int CHECKED_HEADER = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int BUFFER = 16 * 1024;

    private final byte[] packed;
    private final Bounds bounds;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);

    private Gunzip(byte[] packed, Bounds bounds) {
        this.packed = packed;
        this.bounds = bounds;
    }

    /**
     * Bounds of a result.
     *
     * @param bytes most bytes
     * @param ratio most bytes for one packed byte
     * @param ratioFrom result size from which the ratio counts, in bytes
     */
    public record Bounds(int bytes, int ratio, int ratioFrom) {

        /** Bounds the size alone. */
        public static Bounds ofSize(int bytes) {
            return new Bounds(bytes, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }
    }

    /** Result of inflating. */
    public enum End {
        WHOLE,
        /** The result exceeds its bounds. */
        OVER,
        /** The file ends too early. */
        TRUNCATED,
        /** The file is no gzip, or damaged. */
        BROKEN
    }

    /**
     * The inflated bytes, up to the bounds.
     *
     * @param detail a few words for people; empty for a whole file
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    public record Inflated(byte[] bytes, End end, String detail) {}

    /** Tests for the signature of a gzip file. */
    public static boolean isGzip(byte[] bytes) {
        return isMember(bytes, 0);
    }

    /** Inflates a file, or as much of it as can be. */
    public static Inflated inflate(byte[] packed, Bounds bounds) {
        return new Gunzip(packed, bounds).all();
    }

    private static boolean isMember(byte[] bytes, int at) {
        return bytes.length - at > 2
                && (bytes[at] & 0xff) == 0x1f
                && (bytes[at + 1] & 0xff) == 0x8b
                && bytes[at + 2] == 8;
    }

    private Inflated all() {
        Inflater inflater = new Inflater(true);
        try {
            if (!isGzip(packed)) {
                return ended(End.BROKEN, "no gzip");
            }
            for (int at = 0; isMember(packed, at); ) {
                int start = bodyOfMember(at);
                if (start >= packed.length) {
                    return ended(End.TRUNCATED, "gzip ends early");
                }
                inflater.reset();
                inflater.setInput(packed, start, packed.length - start);
                End end = member(inflater);
                if (end != End.WHOLE) {
                    return ended(
                            end, end == End.OVER ? over() : end == End.TRUNCATED ? "gzip ends early" : "damaged gzip");
                }
                at = packed.length - inflater.getRemaining() + TRAILER;
            }
            return ended(End.WHOLE, "");
        } catch (DataFormatException | RuntimeException | InternalError e) {
            // The inflater is native code that has thrown more than it declares.
            return ended(End.BROKEN, "damaged gzip: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private Inflated ended(End end, String detail) {
        byte[] bytes = out.toByteArray();
        return new Inflated(bytes.length <= bounds.bytes() ? bytes : Arrays.copyOf(bytes, bounds.bytes()), end, detail);
    }

    private String over() {
        return out.size() > bounds.bytes()
                ? "inflated beyond " + bounds.bytes() + " bytes"
                : "inflated more than " + bounds.ratio() + " times";
    }

    private End member(Inflater inflater) throws DataFormatException {
        byte[] buffer = new byte[BUFFER];
        CRC32 sum = new CRC32();
        while (!inflater.finished()) {
            int count = inflater.inflate(buffer);
            if (count == 0 && !inflater.finished()) {
                return inflater.needsDictionary() ? End.BROKEN : End.TRUNCATED;
            }
            sum.update(buffer, 0, count);
            out.write(buffer, 0, count);
            if (out.size() > bounds.bytes()
                    || (out.size() > bounds.ratioFrom() && out.size() / bounds.ratio() > packed.length)) {
                return End.OVER;
            }
        }
        return checked(packed.length - inflater.getRemaining(), sum);
    }

    private End checked(int trailer, CRC32 sum) {
        if (packed.length - trailer < TRAILER) {
            return End.TRUNCATED;
        }
        int written = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(trailer);
        return written == (int) sum.getValue() ? End.WHOLE : End.BROKEN;
    }

    /** Skips the header of a member; a place at or beyond the end if it is cut. */
    private int bodyOfMember(int member) {
        if (packed.length - member < HEADER) {
            return packed.length;
        }
        int flags = packed[member + 3];
        int at = member + HEADER;
        if ((flags & EXTRA) != 0) {
            at += at + 2 > packed.length ? packed.length : 2 + (packed[at] & 0xff) + ((packed[at + 1] & 0xff) << 8);
        }
        at = (flags & NAME) != 0 ? afterZero(at) : at;
        at = (flags & COMMENT) != 0 ? afterZero(at) : at;
        return (flags & CHECKED_HEADER) != 0 ? at + 2 : at;
    }

    private int afterZero(int from) {
        int at = from;
        while (at < packed.length && packed[at] != 0) {
            at++;
        }
        return at + 1;
    }
}
