package app.lede.local.command.jsonlines;

import app.lede.local.command.terminal.WrongUsage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads files named on the command line: a folder stands for its files, {@code .gz} is decompressed. */
public final class InputFile {

    /** Maximum file size, above any document Lede accepts, so that the product refuses it rather than the command. */
    static final int MAX_BYTES = 64 << 20;

    private InputFile() {}

    /** Returns a file's bytes, decompressed if its name ends in {@code .gz}. Fails above 64 MB after decompression. */
    public static byte[] read(Path file) throws IOException {
        return read(file, MAX_BYTES);
    }

    /** Returns a document's bytes as {@link #read}; a gzip file that is cut or damaged as it is, so that its outcome says so. */
    public static byte[] document(Path file) throws IOException {
        try {
            return read(file);
        } catch (EOFException | ZipException e) {
            try (InputStream packed = Files.newInputStream(file)) {
                return packed.readNBytes(MAX_BYTES);
            }
        }
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

    /** Opens a file, decompressing if its name ends in {@code .gz}. */
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

    /** Expands folders to all visible files below them, by path. */
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
