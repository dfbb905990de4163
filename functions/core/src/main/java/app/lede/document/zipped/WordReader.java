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
 * Reads Word documents (DOCX; ECMA-376): headings, paragraphs, lists, quotes, captions and tables in order, then the
 * notes. Omits page headers and footers, comments, deleted and hidden text.
 *
 * <p>Stateless and thread safe.
 */
public final class WordReader {

    /** First byte of an OLE container, the form of an encrypted Office file. */
    private static final int OLE = 0xd0;

    private WordReader() {}

    /** Reads a document. */
    public static Reading read(byte[] bytes) throws ReadingRefused {
        if ((bytes[0] & 0xff) == OLE) {
            throw new ReadingRefused(Problem.ENCRYPTED, "the document needs a password: save it without one");
        }
        Archive archive = Archive.of(bytes);
        String main = mainPart(archive);
        Document text = Xml.read(archive, main)
                .orElseThrow(() -> new ReadingRefused(Problem.UNKNOWN_TYPE, "an archive without a text document"));
        if (text.getElementsByTag("w:body").isEmpty()) {
            throw new ReadingRefused(Problem.UNKNOWN_TYPE, "an Office file, but no text document");
        }
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        WordStyles styles = WordStyles.of(Xml.read(archive, folder + "styles.xml"));
        WordText written = new WordText(styles, WordChunks.of(archive, folder, main));
        written.body(text);
        for (String notes : new String[] {"footnotes.xml", "endnotes.xml"}) {
            Xml.read(archive, folder + notes).ifPresent(written::notes);
        }
        return new Markup(DocumentTitle.promoted(written.dom()), about(archive));
    }

    /** Returns the main part's name from the package relationships; usually {@code word/document.xml}. */
    private static String mainPart(Archive archive) throws ReadingRefused {
        Optional<Document> relations = Xml.read(archive, "_rels/.rels");
        return relations.stream()
                .flatMap(dom -> dom.getElementsByTag("Relationship").stream())
                .filter(relation -> relation.attr("Type").endsWith("/officeDocument"))
                .map(relation -> relation.attr("Target").replaceFirst("^/", ""))
                .findFirst()
                .orElse("word/document.xml");
    }

    private static DocumentMetadata about(Archive archive) throws ReadingRefused {
        Optional<Document> properties = Xml.read(archive, "docProps/core.xml");
        if (properties.isEmpty()) {
            return DocumentMetadata.NOTHING;
        }
        Document core = properties.get();
        return FileProperties.titled(DocumentMetadata.ranked(Rank.AFTER_TEXT), text(core, "dc:title"))
                .andAll(Term.AUTHOR, FileProperties.people(text(core, "dc:creator")))
                .and(Term.PUBLISHED, FileProperties.date(text(core, "dcterms:created")))
                .and(Term.MODIFIED, FileProperties.date(text(core, "dcterms:modified")))
                .and(Term.LANGUAGE, text(core, "dc:language"))
                .and(Term.DESCRIPTION, FileProperties.description(text(core, "dc:description")))
                .andAll(Term.KEYWORD, FileProperties.keywords(text(core, "cp:keywords")));
    }

    private static String text(Document core, String tag) {
        Element element = core.getElementsByTag(tag).first();
        return element == null ? "" : element.text();
    }
}
