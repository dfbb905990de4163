package app.lede.local.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for temporary files that is deleted with its content when closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    /** Creates an empty folder. */
    public static TemporaryFolder create() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("lede-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> content;
        try (Stream<Path> tree = Files.walk(path)) {
            content = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : content) {
            Files.deleteIfExists(one);
        }
    }
}
