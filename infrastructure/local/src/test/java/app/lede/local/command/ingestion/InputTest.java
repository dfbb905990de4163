package app.lede.local.command.ingestion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("one/deep"));
        Files.createDirectories(folder.resolve("two"));
        Files.writeString(folder.resolve("one/deep/page.html"), "1");
        Files.writeString(folder.resolve("one/a+b c ü.html"), "2");
        Files.writeString(folder.resolve("two/a+b c ü.html"), "3");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("two/z.html.gz")))) {
            out.write('z');
        }
    }

    private List<Input> inputs(String... arguments) {
        return Input.of(List.of(arguments));
    }

    private List<String> keys(String... names) {
        String[] paths = List.of(names).stream()
                .map(name -> folder.resolve(name).toString())
                .toArray(String[]::new);
        return inputs(paths).stream().map(input -> ((Input.Upload) input).key()).toList();
    }

    @Test
    void an_address_is_a_site() {
        assertEquals(
                List.of(new Input.Site(URI.create("HTTPS://example.org/feed?x=1"))),
                inputs("HTTPS://example.org/feed?x=1"));
    }

    @Test
    void an_address_that_is_none_is_wrong_usage() {
        assertThrows(WrongUsage.class, () -> inputs("http://example.org/two words"));
    }

    @Test
    void a_name_that_can_be_no_file_is_wrong_usage() {
        assertThrows(WrongUsage.class, () -> inputs("page\0.html"));
    }

    @Test
    void a_file_goes_to_the_inbox_under_its_name() {
        assertEquals(List.of("inbox/a+b c ü.html"), keys("one/a+b c ü.html"));
    }

    @Test
    void a_folder_keeps_its_inner_paths() {
        assertEquals(List.of("inbox/a+b c ü.html", "inbox/deep/page.html"), keys("one"));
    }

    @Test
    void files_of_one_name_get_a_key_each() {
        assertEquals(
                List.of("inbox/a+b c ü.html", "inbox/2/a+b c ü.html", "inbox/3/a+b c ü.html"),
                keys("one/a+b c ü.html", "two/a+b c ü.html", "one/a+b c ü.html"));
    }

    @Test
    void a_gz_file_is_uploaded_as_what_is_inside() throws IOException {
        Input.Upload upload = (Input.Upload)
                inputs(folder.resolve("two/z.html.gz").toString()).get(0);
        assertEquals("inbox/z.html", upload.key());
        assertArrayEquals(new byte[] {'z'}, upload.content().bytes());
    }
}
