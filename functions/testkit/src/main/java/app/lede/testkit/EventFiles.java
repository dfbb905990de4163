package app.lede.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the sample events {@code events/<function>/<case>.json}. */
public final class EventFiles {

    private static final Path REPOSITORY = Path.of(System.getProperty("lede.repository", "../.."));

    private EventFiles() {}

    /** Returns the repository's root. */
    public static Path repository() {
        return REPOSITORY;
    }

    public static byte[] read(String function, String name) {
        try {
            return Files.readAllBytes(folder(function).resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of a function's cases, sorted. */
    public static List<String> cases(String function) {
        try (Stream<Path> files = Files.list(folder(function))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String function) {
        return REPOSITORY.resolve("events").resolve(function);
    }
}
