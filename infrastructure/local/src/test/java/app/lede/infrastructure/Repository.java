package app.lede.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the repository's files that the tests compare. */
final class Repository {

    private static final Path ROOT =
            Path.of(Objects.requireNonNull(System.getProperty("lede.repository"), "set lede.repository to the root"));

    private Repository() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }

    /** Returns the modules that become functions: those whose build makes a zip. */
    static Set<String> functions() {
        Set<String> functions = folders("functions");
        functions.removeIf(module -> !text("functions/" + module + "/pom.xml").contains("maven-assembly-plugin"));
        return functions;
    }

    static Set<String> folders(String path) {
        Set<String> names = new TreeSet<>();
        children(path).filter(Files::isDirectory).forEach(folder -> names.add(name(folder)));
        return names;
    }

    /** Returns the sample events of a function, by name. */
    static List<Path> events(String function) {
        return children("events/" + function).sorted().toList();
    }

    static String name(Path path) {
        return Objects.requireNonNull(path.getFileName(), "a root has no name").toString();
    }

    private static Stream<Path> children(String path) {
        try (Stream<Path> children = Files.list(file(path))) {
            return children.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
