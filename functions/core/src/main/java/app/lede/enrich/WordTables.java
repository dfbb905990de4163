package app.lede.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The package's tables: text resources beside the classes, one entry a line, {@code #} before a remark. */
final class WordTables {

    private WordTables() {}

    static List<String> lines(String resource) {
        try (InputStream in = WordTables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Phrases divided by bars; none for an empty field. */
    static List<String> phrases(String field) {
        return field.isBlank() ? List.of() : List.of(field.split("\\|", -1));
    }
}
