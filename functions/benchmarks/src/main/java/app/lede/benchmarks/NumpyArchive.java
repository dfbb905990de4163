package app.lede.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the arrays of a {@code .npz} file of NumPy: a ZIP of {@code .npy} files of version 1, of which the little-endian types
 * {@code f2 f4 i4 u2 u4 U} are known. Arrays of several dimensions are read row by row.
 */
final class NumpyArchive {

    private static final Pattern TYPE = Pattern.compile("'descr': *'<([a-zA-Z])(\\d+)'");

    /** Bytes of the magic, the version and the header's length. */
    private static final int PREAMBLE = 10;

    private record Values(char type, int size, ByteBuffer bytes) {}

    private final Map<String, Values> arrays = new HashMap<>();

    private NumpyArchive() {}

    static NumpyArchive read(Path file) throws IOException {
        NumpyArchive archive = new NumpyArchive();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                archive.arrays.put(entry.getName().replace(".npy", ""), values(entry.getName(), bytes));
            }
        }
        return archive;
    }

    private static Values values(String name, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int header = buffer.getShort(PREAMBLE - 2);
        Matcher type = TYPE.matcher(new String(bytes, PREAMBLE, header, StandardCharsets.ISO_8859_1));
        if (!type.find()) {
            throw new IOException(name + " is of a type that is not known");
        }
        ByteBuffer values = buffer.slice(PREAMBLE + header, bytes.length - PREAMBLE - header)
                .order(ByteOrder.LITTLE_ENDIAN);
        char kind = type.group(1).charAt(0);
        // A character takes four bytes.
        int size = Integer.parseInt(type.group(2)) * (kind == 'U' ? 4 : 1);
        return new Values(kind, size, values);
    }

    private Values array(String name) {
        return Objects.requireNonNull(arrays.get(name), () -> "no array " + name);
    }

    int length(String name) {
        return array(name).bytes.limit() / array(name).size;
    }

    /** Returns a number; exact for integers below 2^24. */
    float number(String name, int index) {
        Values array = array(name);
        int at = index * array.size;
        if (array.type == 'f') {
            return array.size == 2 ? Float.float16ToFloat(array.bytes.getShort(at)) : array.bytes.getFloat(at);
        }
        return array.size == 2 ? array.bytes.getShort(at) & 0xffff : array.bytes.getInt(at);
    }

    List<String> strings(String name) {
        Values array = array(name);
        List<String> strings = new ArrayList<>();
        for (int at = 0; at < array.bytes.limit(); at += array.size) {
            StringBuilder string = new StringBuilder();
            for (int i = at; i < at + array.size && array.bytes.getInt(i) != 0; i += 4) {
                string.appendCodePoint(array.bytes.getInt(i));
            }
            strings.add(string.toString());
        }
        return strings;
    }
}
