package app.lede.document.zipped;

import app.lede.document.DocumentType;
import app.lede.document.ReadingRefused;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The type of a zip archive, by its central directory and not by its first entry: the order of entries is free.
 *
 * @param type DOCX, EPUB, ODT, or UNKNOWN
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
            Archive archive = Archive.of(bytes);
            return new ZipType(type(archive), archive.names());
        } catch (ReadingRefused e) {
            String head = new String(bytes, 0, Math.min(bytes.length, WINDOW), StandardCharsets.ISO_8859_1);
            return new ZipType(byHead(head), Set.of());
        }
    }

    private static DocumentType type(Archive archive) throws ReadingRefused {
        Set<String> names = archive.names();
        if (names.contains("META-INF/container.xml")) {
            return DocumentType.EPUB;
        }
        if (names.contains("content.xml") && isOpenText(archive)) {
            return DocumentType.ODT;
        }
        boolean office = names.contains("[Content_Types].xml");
        return names.contains("word/document.xml")
                        || (office && names.stream().noneMatch(name -> name.matches("(?:xl|ppt|visio)/.*|.*\\.f?dseq")))
                ? DocumentType.DOCX
                : DocumentType.UNKNOWN;
    }

    /** Tells a text from a sheet or slides; the entry may be missing in files packed by hand. */
    private static boolean isOpenText(Archive archive) throws ReadingRefused {
        Optional<byte[]> type = archive.get("mimetype");
        return type.isEmpty() || new String(type.get(), StandardCharsets.ISO_8859_1).contains("opendocument.text");
    }

    private static DocumentType byHead(String head) {
        if (head.contains("mimetypeapplication/epub+zip") || head.contains("META-INF/container.xml")) {
            return DocumentType.EPUB;
        }
        if (head.contains("mimetypeapplication/vnd.oasis.opendocument.text")) {
            return DocumentType.ODT;
        }
        return head.contains("word/") || head.contains("[Content_Types].xml")
                ? DocumentType.DOCX
                : DocumentType.UNKNOWN;
    }
}
