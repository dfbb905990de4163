package app.lede.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.collection.Parts;
import app.lede.json.Json;
import app.lede.local.command.terminal.RecordedTerminal;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractLargeFileTest {

    private static final int LARGE = 66 << 20;

    private static final byte[] LINE =
            "{\"title\": \"Ferry\", \"text\": \"The ferry sails again on Friday, the harbour said, after it was tied up for a week.\"}\n"
                    .getBytes(StandardCharsets.UTF_8);

    private final RecordedTerminal recorded = new RecordedTerminal();

    /** Writes a sparse file: a line at its beginning, zeros, and two lines at its end. */
    private static Path file(Path path, byte[] first) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(first);
            file.setLength(LARGE);
            file.seek(LARGE);
            file.write('\n');
            file.write(LINE);
        }
        return path;
    }

    private List<JsonNode> extract(Path... files) {
        String[] names = List.of(files).stream().map(Path::toString).toArray(String[]::new);
        assertEquals(0, new CommandLine(new ExtractCommand(recorded.terminal())).execute(names));
        return recorded.results().stream().map(Json::read).toList();
    }

    @Test
    void a_collection_larger_than_a_document_is_streamed_and_its_files_keep_their_order(@TempDir Path folder)
            throws IOException {
        Path small =
                Files.writeString(folder.resolve("a.txt"), "The tram brakes were mended on Saturday, the town said.");
        Path large = file(folder.resolve("b.jsonl"), LINE);
        List<JsonNode> lines = extract(small, large, small);
        assertEquals(5, lines.size());
        assertTrue(lines.getFirst().path("file").asText().endsWith("a.txt"));
        assertTrue(lines.getLast().path("file").asText().endsWith("a.txt"));
        assertEquals("Ferry", lines.get(1).path("headline").asText());
        assertEquals("too-large", lines.get(2).path("outcome").asText());
        assertEquals("Ferry", lines.get(3).path("headline").asText());
        assertEquals(3, lines.get(3).path("part").asInt());
        String id = ArticleId.ofBytes(Files.readAllBytes(large)).value();
        assertEquals(id, lines.get(1).path("id").asText());
        assertEquals(id, lines.get(3).path("id").asText());
    }

    @Test
    void an_archive_of_nothing_says_what_to_put_into_it(@TempDir Path folder) throws IOException {
        Path archive = folder.resolve("nothing.zip");
        new ZipOutputStream(Files.newOutputStream(archive)).close();
        JsonNode line = extract(archive).getFirst();
        assertEquals("empty", line.path("outcome").asText());
        assertEquals(Parts.NOTHING, line.path("detail").asText());
    }

    @Test
    void an_archive_that_was_cut_is_one_line_that_names_the_file(@TempDir Path folder) throws IOException {
        Path archive = Files.writeString(folder.resolve("cut.zip"), "PK\u0003\u0004 and nothing else");
        List<JsonNode> lines = extract(archive);
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().path("file").asText().endsWith("cut.zip"));
        assertEquals("unreadable", lines.getFirst().path("outcome").asText());
        assertTrue(lines.getFirst().path("part").isMissingNode());
    }

    @Test
    void a_large_file_that_is_no_collection_is_refused(@TempDir Path folder) throws IOException {
        List<JsonNode> lines = extract(file(folder.resolve("b.pdf"), "%PDF-1.4\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("larger than 64 MB", lines.getFirst().path("error").asText());
    }
}
