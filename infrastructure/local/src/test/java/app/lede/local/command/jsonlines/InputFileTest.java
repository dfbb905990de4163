package app.lede.local.command.jsonlines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

    private static final byte[] PAGE = "<p>Bamako</p>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(folder.resolve("b/.hidden"));
        Files.write(folder.resolve("b/2.html"), PAGE);
        Files.write(folder.resolve("b/.hidden/3.html"), PAGE);
        Files.write(folder.resolve("a.html"), PAGE);
        Files.write(folder.resolve(".DS_Store"), PAGE);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("c.html.gz")))) {
            out.write(PAGE);
        }
    }

    @Test
    void a_folder_means_its_visible_files_in_order_of_path() {
        assertEquals(
                List.of(folder.resolve("a.html"), folder.resolve("b/2.html"), folder.resolve("c.html.gz")),
                InputFile.expand(List.of(folder)));
    }

    @Test
    void files_stay_in_the_order_they_are_named() {
        List<Path> named = List.of(folder.resolve("c.html.gz"), folder.resolve("a.html"));
        assertEquals(named, InputFile.expand(named));
    }

    @Test
    void a_file_that_is_not_there_is_wrong_usage() {
        List<Path> missing = List.of(folder.resolve("missing.html"));
        WrongUsage wrong = assertThrows(WrongUsage.class, () -> InputFile.expand(missing));
        assertEquals("no such file or folder: " + folder.resolve("missing.html"), wrong.getMessage());
    }

    @Test
    void gz_is_inflated() throws IOException {
        assertArrayEquals(PAGE, InputFile.read(folder.resolve("c.html.gz")));
    }

    @Test
    void a_file_that_inflates_beyond_the_limit_is_refused() throws IOException {
        Path bomb = folder.resolve("bomb.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write(new byte[(2 << 20) + 1]);
        }
        IOException refused = assertThrows(IOException.class, () -> InputFile.read(bomb, 2 << 20));
        assertEquals("larger than 2 MB", refused.getMessage());
    }
}
