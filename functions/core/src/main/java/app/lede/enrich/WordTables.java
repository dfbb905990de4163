package app.lede.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the package's text tables: one entry per line, {@code #} starts a comment. */
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

    /** Splits a field into phrases at {@code |}; an empty field has none. */
    static List<String> phrases(String field) {
        return field.isBlank() ? List.of() : List.of(field.split("\\|", -1));
    }
}
