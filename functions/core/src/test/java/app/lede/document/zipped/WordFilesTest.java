package app.lede.document.zipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Word documents as other programs than Word write them. */
class WordFilesTest {

    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static Reading read(String document, Map<String, String> others) throws IOException {
        Map<String, String> entries = new HashMap<>(others);
        entries.put("word/document.xml", document);
        return new DocumentReader().read(new RawDocument(OpenTextReaderTest.zip(entries), null, "a.docx", null));
    }

    private static List<String> paragraphs(Reading reading) {
        return assertInstanceOf(Markup.class, reading).dom().select("p").eachText();
    }

    private static String document(String body) {
        return "<w:document xmlns:w='" + MAIN
                + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:body>" + body
                + "</w:body></w:document>";
    }

    @Test
    void a_property_that_is_switched_off_hides_nothing() throws IOException {
        String runs =
                "<w:p><w:r><w:rPr><w:vanish w:val='%s'/></w:rPr><w:t>seen</w:t></w:r><w:r><w:t>x</w:t></w:r></w:p>";
        for (String off : List.of("0", "false", "off")) {
            assertEquals(List.of("seenx"), paragraphs(read(document(runs.formatted(off)), Map.of())));
        }
        assertEquals(List.of("x"), paragraphs(read(document(runs.formatted("true")), Map.of())));
        assertEquals(List.of("x"), paragraphs(read(document(runs.replace(" w:val='%s'", "")), Map.of())));
    }

    @Test
    void content_controls_are_read_unless_nobody_filled_them_in() throws IOException {
        String body = "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>Filled"
            + " in.</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click"
            + " here.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            + "<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Inline.</w:t></w:r></w:sdtContent></w:sdt></w:p>";
        assertEquals(List.of("Filled in.", "Inline."), paragraphs(read(document(body), Map.of())));
    }

    @Test
    void prefixes_of_namespaces_are_free() throws IOException {
        String other = "<ns0:document xmlns:ns0='" + MAIN
                + "'><ns0:body><ns0:p><ns0:r><ns0:rPr><ns0:vanish ns0:val='0'/></ns0:rPr>"
                + "<ns0:t>The quay.</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>";
        assertEquals(List.of("The quay."), paragraphs(read(other, Map.of())));
        String none = "<document xmlns='" + MAIN + "'><body><p><r><t>The quay.</t></r></p></body></document>";
        assertEquals(List.of("The quay."), paragraphs(read(none, Map.of())));
        String strict = "<w:document"
            + " xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body><w:p><w:r><w:t>Strict.</w:t></w:r></w:p>"
            + "</w:body></w:document>";
        assertEquals(List.of("Strict."), paragraphs(read(strict, Map.of())));
    }

    @Test
    void embedded_pages_are_part_of_the_text() throws IOException {
        Map<String, String> others = Map.of(
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id='c1' Type='x/aFChunk' Target='chunk.html'/><Relationship Id='c2'"
                        + " Type='x/aFChunk' Target='/word/c.rtf'/></Relationships>",
                "word/chunk.html",
                "<html><body><p>From a page.</p></body></html>",
                "word/c.rtf",
                "{\\rtf1 From RTF.\\par}");
        String body = "<w:p><w:r><w:t>Own.</w:t></w:r></w:p><w:altChunk r:id='c1'/><w:altChunk r:id='c2'/><w:altChunk"
                + " r:id='gone'/>";
        assertEquals(List.of("Own.", "From a page.", "From RTF."), paragraphs(read(document(body), others)));
    }

    @Test
    void dates_and_descriptions_of_templates_are_nobodys() throws IOException {
        String core =
                "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
                    + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>"
                    + "<dcterms:created>%s</dcterms:created><dc:description>%s</dc:description></cp:coreProperties>";
        String body = document("<w:p><w:r><w:t>The quay.</w:t></w:r></w:p>");
        Reading template = read(
                body, Map.of("docProps/core.xml", core.formatted("2013-12-23T23:15:00Z", "generated by python-docx")));
        assertEquals(List.of(), template.about().all(Term.PUBLISHED));
        assertEquals(List.of(), template.about().all(Term.DESCRIPTION));
        Reading own = read(body, Map.of("docProps/core.xml", core.formatted("2026-03-04T10:00:00Z", "On quays")));
        assertEquals(List.of("2026-03-04T10:00:00Z"), own.about().all(Term.PUBLISHED));
        assertEquals(List.of("On quays"), own.about().all(Term.DESCRIPTION));
    }
}
