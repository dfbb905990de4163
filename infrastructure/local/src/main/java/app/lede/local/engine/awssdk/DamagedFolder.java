package app.lede.local.engine.awssdk;

import java.io.IOException;
import java.nio.file.Path;

/** Thrown for an unreadable file in the data folder. */
public final class DamagedFolder extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedFolder(Path file, String problem) {
        super(file + " is damaged: " + problem);
    }
}
