package app.lede.local.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Properties without effect on one machine, such as protection and monitoring. Listed in {@code ignored.txt}, one name
 * per line: a resource type, or a type and a property below it.
 */
record Ignored(Set<String> names) {

    static Ignored list() {
        try (InputStream file = Objects.requireNonNull(Ignored.class.getResourceAsStream("ignored.txt"))) {
            return new Ignored(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String name) {
        return names.contains(name);
    }
}
