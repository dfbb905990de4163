package app.lede.benchmarks;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A page to measure: its file, and the URL it was fetched from. */
record Page(Path file, String url) {

    /** URL of pages in a folder, whose own is unknown. */
    private static final String ANY_URL = "https://site.example/story";

    /**
     * Returns the pages of a folder (every {@code .html} and {@code .html.gz} below it, by path), of a list (JSON Lines
     * with {@code file}, relative to the list, and {@code url}), or a single page.
     */
    static List<Page> in(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            try (Stream<Path> files = Files.walk(source)) {
                return files.filter(Page::isPage)
                        .sorted()
                        .map(file -> new Page(file, ANY_URL))
                        .toList();
            }
        }
        return isPage(source) ? List.of(new Page(source, ANY_URL)) : listed(source);
    }

    private static boolean isPage(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".html") || name.endsWith(".html.gz");
    }

    private static List<Page> listed(Path list) throws IOException {
        Page whole = new Page(list, ANY_URL);
        try (Stream<String> lines = new String(whole.bytes(), StandardCharsets.UTF_8).lines()) {
            return lines.filter(line -> !line.isBlank())
                    .map(line -> entry(list, line))
                    .toList();
        }
    }

    private static Page entry(Path list, String line) {
        try {
            JsonNode entry = Json.read(line);
            return new Page(
                    list.resolveSibling(entry.path("file").asText()),
                    entry.path("url").asText(ANY_URL));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(list + " is neither a page nor a list of JSON lines", e);
        }
    }

    /** Returns the file's content, inflated if its name ends in {@code .gz}. */
    byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz")
                    ? new GZIPInputStream(in, 1 << 16).readAllBytes()
                    : in.readAllBytes();
        }
    }
}
