package app.lede.packaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Unix modes of a zip's entries, which {@link java.util.zip.ZipOutputStream} does not write: without them it is left to whoever unpacks
 * whether the functions' user may read the files.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT, 4.3.12 and 4.4.2</a>
 */
final class UnixModes {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRIES_AT = 10;
    private static final int DIRECTORY_AT = 16;
    private static final int HEADER_LENGTH = 46;
    private static final int MADE_BY_AT = 5;
    private static final int NAME_LENGTH_AT = 28;
    private static final int EXTRA_LENGTH_AT = 30;
    private static final int COMMENT_LENGTH_AT = 32;
    private static final int ATTRIBUTES_AT = 38;
    private static final byte UNIX = 3;

    /** A regular file that its owner may write and everybody may read. */
    private static final int READABLE = 0100644 << 16;

    private UnixModes() {}

    /** Sets the mode of each entry to 0644, in place. The zip has no comment and fewer than 65,535 entries. */
    static byte[] readable(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_LENGTH;
        if (bytes.getInt(end) != END) {
            throw new IllegalArgumentException("The zip does not end with its directory");
        }
        int entries = Short.toUnsignedInt(bytes.getShort(end + ENTRIES_AT));
        int header = bytes.getInt(end + DIRECTORY_AT);
        for (int i = 0; i < entries; i++) {
            bytes.put(header + MADE_BY_AT, UNIX);
            bytes.putInt(header + ATTRIBUTES_AT, READABLE);
            header += HEADER_LENGTH
                    + bytes.getShort(header + NAME_LENGTH_AT)
                    + bytes.getShort(header + EXTRA_LENGTH_AT)
                    + bytes.getShort(header + COMMENT_LENGTH_AT);
        }
        return zip;
    }
}
