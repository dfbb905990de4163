package app.lede.document.zipped;

import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentTitle;
import app.lede.document.FileProperties;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Problem;
import app.lede.document.ReadingRefused;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads OpenDocument texts (ISO/IEC 26300), zipped (ODT) or as one XML file (FODT): headings, paragraphs, lists and tables in order,
 * then the notes. Omits comments, deleted and hidden text, and tables of contents.
 *
 * <p>Stateless and thread safe.
 */
public final class OpenTextReader {

    private OpenTextReader() {}

    /** Reads a document. */
    public static Reading read(byte[] bytes) throws ReadingRefused {
        if (bytes[0] != 'P') {
            Document flat = Xml.parse(bytes, "the document");
            return read(flat, flat, Optional.of(flat));
        }
        Archive archive = Archive.of(bytes);
        boolean locked = Xml.read(archive, "META-INF/manifest.xml").stream()
                .anyMatch(manifest ->
                        !manifest.getElementsByTag("manifest:encryption-data").isEmpty());
        if (locked) {
            throw new ReadingRefused(Problem.ENCRYPTED, "the document needs a password: save it without one");
        }
        Document content = Xml.read(archive, "content.xml")
                .orElseThrow(() -> new ReadingRefused(Problem.UNREADABLE, "the document has no content.xml"));
        return read(content, Xml.read(archive, "styles.xml").orElse(content), Xml.read(archive, "meta.xml"));
    }

    private static Reading read(Document content, Document styles, Optional<Document> meta) throws ReadingRefused {
        Element text = content.getElementsByTag("office:text").first();
        if (text == null) {
            throw new ReadingRefused(
                    Problem.UNKNOWN_TYPE, "an OpenDocument file other than a text: save it as .odt, .docx or PDF");
        }
        OpenTextStyles known = new OpenTextStyles();
        known.add(styles);
        known.add(content);
        return new Markup(
                DocumentTitle.promoted(new OpenText(known).dom(text)),
                meta.map(OpenTextReader::about).orElse(DocumentMetadata.NOTHING));
    }

    private static DocumentMetadata about(Document meta) {
        String author = text(meta, "meta:initial-creator");
        return FileProperties.titled(DocumentMetadata.ranked(Rank.AFTER_TEXT), text(meta, "dc:title"))
                .andAll(Term.AUTHOR, FileProperties.people(author.isEmpty() ? text(meta, "dc:creator") : author))
                .and(Term.PUBLISHED, text(meta, "meta:creation-date"))
                .and(Term.MODIFIED, text(meta, "dc:date"))
                .and(Term.LANGUAGE, text(meta, "dc:language"))
                .and(Term.DESCRIPTION, FileProperties.description(text(meta, "dc:description")))
                .andAll(Term.KEYWORD, meta.getElementsByTag("meta:keyword").eachText());
    }

    private static String text(Document meta, String tag) {
        Element around = meta.getElementsByTag("office:meta").first();
        Element element = around == null ? null : around.getElementsByTag(tag).first();
        return element == null ? "" : element.text();
    }
}
