package app.lede.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.ingestion.Input;
import app.lede.local.sample.SampleDocuments;
import app.lede.testkit.LongRunning;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full {@code /tmp} stops no function: reading, unpacking, indexing and merging are done in memory. */
@LongRunning
class WithoutDiskTest {

    @TempDir
    private Path folder;

    @Test
    void documents_are_read_and_an_index_is_written_merged_and_searched_without_a_place_for_temporary_files()
            throws Exception {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        write(documents);
        List<String> expected = WithoutDisk.results(documents);
        Path full = Files.createFile(folder.resolve("full"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + full,
                        "-Duser.home=" + full,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutDisk.class.getName(),
                        documents.toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        List<String> found = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertEquals(0, process.waitFor(), () -> text(folder.resolve("errors")));
        assertEquals(expected, found);
        assertTrue(expected.size() > 25, expected::toString);
    }

    /** Writes the sample documents, and a zip of them. */
    private static void write(Path documents) throws IOException {
        try (OutputStream file = Files.newOutputStream(documents.resolve("all.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Input input : SampleDocuments.inputs()) {
                if (input instanceof Input.Upload upload) {
                    byte[] bytes = upload.content().bytes();
                    Files.write(documents.resolve(upload.name()), bytes);
                    zip.putNextEntry(new ZipEntry(upload.name()));
                    zip.write(bytes);
                }
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
