package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredJarsTest {

    private static final LocalDateTime BUILT = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String LINES = "the same line again and again\n".repeat(400);

    @TempDir
    private Path folder;

    private Path zip;

    @BeforeEach
    void make_a_zip() throws IOException {
        Path jar = folder.resolve("words.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            put(out, "META-INF/", "");
            put(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
            put(out, "words.txt", LINES);
            put(out, "empty.txt", "");
        }
        zip = folder.resolve("function.zip");
        try (FileSystem made = FileSystems.newFileSystem(
                URI.create("jar:" + zip.toUri()), Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
            Files.writeString(made.getPath("/Handler.class"), "a class");
            Files.createDirectory(made.getPath("/lib"));
            Files.copy(jar, made.getPath("/lib/words.jar"));
            Files.writeString(made.getPath("/lib/notes.txt"), "no jar");
            Files.setPosixFilePermissions(made.getPath("/lib/words.jar"), PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void put(ZipOutputStream out, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(BUILT);
        out.putNextEntry(entry);
        out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_jar_keeps_its_entries_with_their_order_and_times_and_loses_its_compression() throws IOException {
        Map<String, String> before = entries(jar());
        StoredJars.rewrite(zip);
        byte[] after = jar();
        assertEquals(before, entries(after));
        assertEquals(List.copyOf(before.keySet()), List.copyOf(entries(after).keySet()));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(after))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertEquals(ZipEntry.STORED, entry.getMethod(), entry.getName());
                assertEquals(BUILT, entry.getTimeLocal(), entry.getName());
            }
        }
    }

    @Test
    void what_is_no_jar_stays_and_permissions_too() throws IOException {
        List<String> before = names();
        StoredJars.rewrite(zip);
        assertEquals(before, names());
        try (FileSystem opened = FileSystems.newFileSystem(
                URI.create("jar:" + zip.toUri()), Map.of("enablePosixFileAttributes", "true"))) {
            assertEquals("a class", Files.readString(opened.getPath("/Handler.class")));
            assertEquals("no jar", Files.readString(opened.getPath("/lib/notes.txt")));
            assertEquals(
                    "rw-r--r--",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(opened.getPath("/lib/words.jar"))));
        }
    }

    @Test
    void a_second_time_changes_nothing() throws IOException {
        StoredJars.rewrite(zip);
        byte[] once = Files.readAllBytes(zip);
        StoredJars.rewrite(zip);
        assertArrayEquals(once, Files.readAllBytes(zip));
    }

    @Test
    void the_zip_compresses_what_the_jar_does_not() throws IOException {
        StoredJars.rewrite(zip);
        assertTrue(jar().length > LINES.length(), () -> "jar");
        assertTrue(Files.size(zip) < 2000, () -> "zip of " + zip);
    }

    private byte[] jar() throws IOException {
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            return opened.getInputStream(opened.getEntry("lib/words.jar")).readAllBytes();
        }
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            opened.stream().forEach(entry -> names.add(entry.getName() + " " + entry.getTimeLocal()));
        }
        return names;
    }

    private static Map<String, String> entries(byte[] jar) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
