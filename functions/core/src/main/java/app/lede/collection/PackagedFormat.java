package app.lede.collection;

import java.util.List;
import java.util.Set;

/** Formats of one document or program that are zip archives: Office files, books, packages. */
final class PackagedFormat {

    private static final Set<String> MARKS = Set.of(
            "[Content_Types].xml",
            "mimetype",
            "META-INF/container.xml",
            "META-INF/MANIFEST.MF",
            "AndroidManifest.xml",
            "Index/Document.iwa",
            "word/document.xml");

    private PackagedFormat() {}

    static boolean isOne(List<ZipDirectory.Entry> entries) {
        return entries.stream().anyMatch(entry -> MARKS.contains(entry.name()));
    }

    /** Tests for an e-book (EPUB). */
    static boolean isBook(List<ZipDirectory.Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.name().equals("META-INF/container.xml"));
    }
}
