package app.lede.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables of test vectors beside these tests. */
final class Vectors {

    private Vectors() {}

    /** Returns a table's lines, without comments and empty lines; trailing columns may be empty. */
    static List<String> lines(String name) {
        try (InputStream stream = Vectors.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("no test resource " + name);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
