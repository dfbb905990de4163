package app.lede.packaging;

import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** Entry of a zip without compression: its size and checksum stand before its bytes. */
final class Stored {

    private Stored() {}

    static void describe(ZipEntry entry, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
    }
}
