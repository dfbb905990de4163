package app.lede.local.command.jsonlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFileTest {

    @TempDir
    Path folder = Path.of("");

    private List<ListFile.Entry> list(String text) throws IOException {
        return ListFile.read(Files.writeString(folder.resolve("cases.jsonl"), text));
    }

    @Test
    void files_are_relative_to_the_list() throws IOException {
        ListFile.Entry entry = list("{\"file\": \"pages/ü 1.html\"}\n").get(0);
        assertEquals(folder.resolve("pages/ü 1.html"), entry.file());
    }

    @Test
    void an_absolute_file_stays_absolute() throws IOException {
        assertEquals(
                Path.of("/tmp/a.html"),
                list("{\"file\": \"/tmp/a.html\"}").get(0).file());
    }

    @Test
    void empty_lines_are_skipped_but_counted() throws IOException {
        List<ListFile.Entry> entries = list("\n{\"file\": \"a\"}\n\n{\"file\": \"b\"}\n");
        assertEquals(List.of(2, 4), entries.stream().map(ListFile.Entry::number).toList());
    }

    @Test
    void a_list_may_be_gz() throws IOException {
        Path list = folder.resolve("cases.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(list))) {
            out.write("{\"url\": \"http://example.org/\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                Optional.of("http://example.org/"), ListFile.read(list).get(0).optional("url"));
    }

    @Test
    void null_and_empty_count_as_absent() throws IOException {
        ListFile.Entry entry =
                list("{\"url\": null, \"content_type\": \"\", \"id\": 7}").get(0);
        assertEquals(Optional.empty(), entry.optional("url"));
        assertEquals(Optional.empty(), entry.optional("content_type"));
        assertEquals(Optional.of("7"), entry.optional("id"));
    }

    @Test
    void a_missing_field_is_named_with_its_line() throws IOException {
        ListFile.Entry entry = list("\n{\"id\": \"x\"}").get(0);
        IOException problem = assertThrows(IOException.class, entry::file);
        assertEquals("line 2 has no \"file\"", problem.getMessage());
    }

    @Test
    void a_line_that_is_not_an_object_is_named() throws IOException {
        List<ListFile.Entry> entries = list("[1]\n{\"id\":\n");
        assertEquals(
                "line 1 is not a JSON object",
                assertThrows(IOException.class, entries.get(0)::object).getMessage());
        String notJson = String.valueOf(
                assertThrows(IOException.class, entries.get(1)::object).getMessage());
        assertEquals("line 2 is not JSON", notJson.substring(0, 18));
    }

    @Test
    void a_list_that_is_not_there_is_wrong_usage() {
        Path missing = folder.resolve("missing.jsonl");
        assertEquals(
                "no such list: " + missing,
                assertThrows(WrongUsage.class, () -> ListFile.read(missing)).getMessage());
    }
}
