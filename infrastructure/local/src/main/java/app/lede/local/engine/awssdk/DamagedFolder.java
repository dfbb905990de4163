package app.lede.local.engine.awssdk;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the data folder can't be read as what it should be. */
public final class DamagedFolder extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedFolder(Path file, String problem) {
        super(file + " is damaged: " + problem);
    }
}
