package app.lede.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Files of a library.
 *
 * @param name path in the zip
 * @param files contents by path in the jar
 */
record Jar(String name, SortedMap<String, byte[]> files) {

    private static final String CLASS = ".class";

    static Jar read(String name, byte[] jar) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return new Jar(name, files);
    }

    /** Returns the name of the class at a path, with slashes; empty if no class of the jar's own version is there. */
    static String className(String path) {
        boolean named = path.endsWith(CLASS) && !path.startsWith("META-INF/") && !path.endsWith("module-info.class");
        return named ? path.substring(0, path.length() - CLASS.length()) : "";
    }

    /** Hands over each class file: the name it has at its path, and its bytes. */
    void classes(BiConsumer<String, byte[]> taker) {
        files.forEach((path, bytes) -> {
            if (path.endsWith(CLASS)) {
                taker.accept(className(path), bytes);
            }
        });
    }

    /** Tells whether a file of the jar lies below a folder. */
    boolean has(String folder) {
        SortedMap<String, byte[]> from = files.tailMap(folder);
        return !from.isEmpty() && from.firstKey().startsWith(folder);
    }
}
