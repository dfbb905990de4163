package app.lede.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the zip of a function from a folder that holds its classes, and its libraries in {@code lib/}. The jars inside are stored
 * without compression: the zip around them compresses a jar as one run of bytes, which takes 40 % less than its classes one by one,
 * and Lambda unpacks the zip, so that a start inflates nothing. Operations of AWS that no code of the function calls are left out
 * ({@link NeededClasses}). The same folder gives the same bytes.
 */
public final class FunctionZip {

    private static final long MEGABYTE = 1_000_000;
    private static final String LIBRARIES = "lib/";

    /** Time of every entry: zips know no zone, and no time before 1980. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private FunctionZip() {}

    /**
     * Writes a zip and deletes the folder, in which the next build might find a library of today. Ends with status 1 if the zip is too
     * large.
     *
     * @param arguments the folder, the zip, and the megabytes (of 1,000,000 bytes) that it may have
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path zip = Path.of(arguments[1]);
        long most = Long.parseLong(arguments[2]) * MEGABYTE;
        write(folder, zip);
        delete(folder);
        if (Files.size(zip) > most) {
            System.err.println(
                    zip + " has " + Files.size(zip) + " bytes; at most " + most + " are allowed (zip.megabytes)");
            System.exit(1);
        }
    }

    /** Writes the zip of a folder. */
    static void write(Path folder, Path zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Jar> jars = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            byte[] bytes = Files.readAllBytes(file);
            if (name.startsWith(LIBRARIES) && name.endsWith(".jar")) {
                jars.add(Jar.read(name, bytes));
            } else {
                files.put(name, bytes);
            }
        }
        for (Jar jar : NeededClasses.of(files, jars).onlyIn(jars)) {
            files.put(jar.name(), archive(jar.files(), Deflater.NO_COMPRESSION));
        }
        Files.write(zip, UnixModes.readable(archive(files, Deflater.DEFAULT_COMPRESSION)));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] archive(SortedMap<String, byte[]> files, int level) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setLevel(level);
            for (var file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                if (level == Deflater.NO_COMPRESSION) {
                    Stored.describe(entry, file.getValue());
                }
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
