package app.lede.document;

import app.lede.text.LowerCase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document types that are read. */
public enum DocumentType {
    HTML,
    TEXT,
    MARKDOWN,
    MHTML,
    PDF,
    DOCX,
    EPUB,
    RTF,
    ODT,
    WEBARCHIVE,
    TRANSCRIPT,
    /** Word 97 to 2003. */
    DOC,
    /** A mail of Outlook. */
    MSG,
    EML,
    JSON,
    /** XML of news agencies. */
    WIRE,
    /** Any other type: images, programs, archives, feeds. */
    UNKNOWN;

    /** Detects the type by content, declared content type and name, in this order. */
    public static DocumentType of(RawDocument document) {
        return Signature.of(document.bytes(), () -> declaredBy(document).orElse(TEXT))
                .type();
    }

    /**
     * Returns the type of the content type, or else of the name's extension. Generic content types (octet-stream, or
     * text/plain for a Markdown file) are ignored in favour of the name.
     */
    public static Optional<DocumentType> declaredBy(RawDocument document) {
        return byContentType(document.contentType()).or(() -> byExtension(document.name()));
    }

    private static Optional<DocumentType> byContentType(@Nullable String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        String essence = LowerCase.of(contentType.split(";", 2)[0].strip());
        return Optional.ofNullable(
                switch (essence) {
                    case "text/html", "application/xhtml+xml" -> HTML;
                    case "text/markdown", "text/x-markdown" -> MARKDOWN;
                    case "multipart/related", "application/x-mimearchive" -> MHTML;
                    case "message/rfc822" -> EML;
                    case "application/json", "application/ld+json" -> JSON;
                    case "application/pdf" -> PDF;
                    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> DOCX;
                    case "application/epub+zip" -> EPUB;
                    case "application/rtf", "text/rtf" -> RTF;
                    case "application/vnd.oasis.opendocument.text",
                            "application/vnd.oasis.opendocument.text-flat-xml" -> ODT;
                    case "application/x-webarchive" -> WEBARCHIVE;
                    case "application/msword" -> DOC;
                    case "application/vnd.ms-outlook" -> MSG;
                    case "text/vtt", "application/x-subrip", "text/srt" -> TRANSCRIPT;
                    default -> null;
                });
    }

    private static Optional<DocumentType> byExtension(String name) {
        String extension =
                LowerCase.of(name.substring(name.lastIndexOf('.') + 1).strip());
        return Optional.ofNullable(
                switch (extension) {
                    case "html", "htm", "xhtml" -> HTML;
                    case "md", "markdown", "mdown" -> MARKDOWN;
                    case "mht", "mhtml" -> MHTML;
                    case "eml" -> EML;
                    case "json" -> JSON;
                    case "pdf" -> PDF;
                    case "docx" -> DOCX;
                    case "epub" -> EPUB;
                    case "rtf" -> RTF;
                    case "odt", "ott", "fodt" -> ODT;
                    case "webarchive" -> WEBARCHIVE;
                    case "doc", "dot" -> DOC;
                    case "msg" -> MSG;
                    case "srt", "vtt" -> TRANSCRIPT;
                    case "txt", "text" -> TEXT;
                    default -> null;
                });
    }
}
