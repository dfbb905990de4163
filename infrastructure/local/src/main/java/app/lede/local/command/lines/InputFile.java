package app.lede.local.command.lines;

import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Files as a person names them on the command line: folders mean the files in them, {@code .gz} means what is inside. */
public final class InputFile {

    /** More than any document Lede accepts, so the refusal is the product's and not the command's. */
    static final int MAX_BYTES = 64 << 20;

    private InputFile() {}

    /** The bytes of a file, inflated if its name ends in {@code .gz}. Fails beyond 64 MB, counted after inflating. */
    public static byte[] read(Path file) throws IOException {
        return read(file, MAX_BYTES);
    }

    static byte[] read(Path file, int maxBytes) throws IOException {
        try (InputStream in = open(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new IOException("larger than " + (maxBytes >> 20) + " MB");
            }
            return bytes;
        }
    }

    /** A stream over a file, inflating if its name ends in {@code .gz}. */
    static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        if (!file.getFileName().toString().endsWith(".gz")) {
            return in;
        }
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The files named: each itself, a folder as every file under it in order of path, hidden ones left out. */
    public static List<Path> expand(List<Path> named) {
        return named.stream().flatMap(InputFile::filesOf).toList();
    }

    private static Stream<Path> filesOf(Path path) {
        if (Files.isRegularFile(path)) {
            return Stream.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new WrongUsage("no such file or folder: " + path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files
                    .filter(file -> isVisible(path.relativize(file)) && Files.isRegularFile(file))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVisible(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
