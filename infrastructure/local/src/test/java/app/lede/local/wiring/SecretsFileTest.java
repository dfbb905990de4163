package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    private Path folder;

    private static HeldSecret secret(String name, String value) {
        return new HeldSecret("arn:" + name, name, new HeldSecret.Version(value, NOON), null, List.of());
    }

    @Test
    void values_before_and_behind_rotations_come_back() throws IOException {
        SecretsFile file = new SecretsFile(folder.resolve("data"));
        assertEquals(Map.of(), file.read());
        HeldSecret rotated = secret("cursors", "first")
                .rotated("second", NOON.plusSeconds(1))
                .rotated("third", NOON.plusSeconds(2))
                .rotated("fourth", NOON.plusSeconds(3));
        HeldSecret fresh = secret("signing", "key");
        file.write(List.of(rotated, fresh));
        assertEquals(Map.of("cursors", rotated, "signing", fresh), new SecretsFile(folder.resolve("data")).read());
    }

    @Test
    void only_the_owner_may_read_them_and_nothing_else_is_left() throws IOException {
        SecretsFile file = new SecretsFile(folder);
        file.write(List.of(secret("cursors", "first")));
        file.write(List.of(secret("cursors", "second")));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("secrets.json")), files.toList());
        }
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "needs permissions of POSIX");
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.json"))));
    }

    @Test
    void a_file_that_cannot_be_read_is_named_and_left_alone() throws IOException {
        Path path = Files.writeString(folder.resolve("secrets.json"), "{\"secrets\":[{\"name\":\"x\"}]}");
        IOException refused = assertThrows(IOException.class, new SecretsFile(folder)::read);
        assertTrue(String.valueOf(refused.getMessage()).contains("secrets.json"));
        assertTrue(Files.exists(path));
    }
}
