package app.lede.local.command.jsonlines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recognises files that are read in ranges, since they are too large to be held, or inflate to more. */
public final class LargeFile {

    /** Texts in gzip have a tenth of their size. */
    private static final int INFLATES = 10;

    private LargeFile() {}

    /** Tests the size of an entry's file that has no address; one that is missing is reported where it is read. */
    public static boolean is(ListFile.Entry entry) {
        try {
            Path file = entry.file();
            long size = Files.size(file);
            boolean packed = file.toString().endsWith(".gz");
            return entry.optional("url").isEmpty() && size * (packed ? INFLATES : 1) > InputFile.MAX_BYTES;
        } catch (IOException e) {
            return false;
        }
    }
}
