package app.lede.document.zipped;

import app.lede.document.DocumentType;
import app.lede.document.ReadingRefused;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * The type of a zip archive, by its central directory and not by its first entry: the order of entries is free.
 *
 * @param type DOCX, EPUB, or UNKNOWN
 * @param names of the entries; empty if the directory cannot be read
 */
public record ZipType(DocumentType type, Set<String> names) {

    /** Bytes searched for entry names in an archive that lost its directory. */
    private static final int WINDOW = 4096;

    public ZipType {
        names = Set.copyOf(names);
    }

    /** Detects the type. An archive without its directory, as one cut off, has the type that its first entries tell. */
    public static ZipType of(byte[] bytes) {
        try {
            Set<String> names = Archive.of(bytes).names();
            return new ZipType(type(names), names);
        } catch (ReadingRefused e) {
            String head = new String(bytes, 0, Math.min(bytes.length, WINDOW), StandardCharsets.ISO_8859_1);
            return new ZipType(byHead(head), Set.of());
        }
    }

    private static DocumentType type(Set<String> names) {
        if (names.contains("META-INF/container.xml")) {
            return DocumentType.EPUB;
        }
        boolean office = names.contains("[Content_Types].xml");
        return names.contains("word/document.xml")
                        || (office && names.stream().noneMatch(name -> name.matches("(?:xl|ppt|visio)/.*|.*\\.f?dseq")))
                ? DocumentType.DOCX
                : DocumentType.UNKNOWN;
    }

    private static DocumentType byHead(String head) {
        if (head.contains("mimetypeapplication/epub+zip") || head.contains("META-INF/container.xml")) {
            return DocumentType.EPUB;
        }
        return head.contains("word/") || head.contains("[Content_Types].xml")
                ? DocumentType.DOCX
                : DocumentType.UNKNOWN;
    }
}
