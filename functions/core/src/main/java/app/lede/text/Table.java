package app.lede.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the tables that lie beside the classes: UTF-8, one entry per line, columns separated by tabs, {@code #} starts a comment
 * line.
 */
public final class Table {

    private Table() {}

    /**
     * Returns a table's entries in order, without comments and blank lines.
     *
     * @param owner class in whose package the table lies
     * @throws IllegalStateException if the table is missing, which is a broken build
     */
    public static List<String> lines(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " of " + owner.getName() + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> columns(String line) {
        return List.of(line.split("\t", -1));
    }
}
