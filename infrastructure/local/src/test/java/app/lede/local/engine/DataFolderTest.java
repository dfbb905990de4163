package app.lede.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    private String refusal() {
        EngineFailed failed =
                assertThrows(EngineFailed.class, () -> DataFolder.open(folder).close());
        return String.valueOf(failed.getMessage());
    }

    @Test
    void a_folder_in_use_is_refused_with_its_holder_and_free_when_that_ends() throws Exception {
        DataFolder held = DataFolder.open(folder);
        String pid = String.valueOf(ProcessHandle.current().pid());
        assertTrue(refusal().contains("in use by process " + pid), this::refusal);
        held.close();
        DataFolder.open(folder).close();
    }

    @Test
    void a_folder_of_another_version_is_refused() throws Exception {
        DataFolder.open(folder).close();
        assertEquals("lede data 1\n", Files.readString(folder.resolve("version")));
        Files.writeString(folder.resolve("version"), "lede data 2\n");
        assertTrue(refusal().contains("another version"), this::refusal);
    }

    @Test
    void a_folder_from_before_versions_is_refused() throws Exception {
        Files.createDirectories(folder.resolve("objects"));
        assertTrue(refusal().contains("earlier version"), this::refusal);
    }

    @Test
    void damaged_tables_are_named() throws Exception {
        DataFolder.open(folder).close();
        Path file = Files.createDirectories(folder.resolve("tables")).resolve("shared-local-instance.db");
        Files.writeString(file, "not a database, whatever its name says");
        assertTrue(refusal().contains(file + " is damaged"), this::refusal);
    }
}
