package app.lede.document.zipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.nodes.Document.OutputSettings;
import org.junit.jupiter.api.Test;

class OpenTextReaderTest {

    private static final String NAMES =
            " xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:table='tb' xmlns:draw='d' xmlns:meta='m'"
                    + " xmlns:dc='dc'";

    private static final String META = "<office:meta><dc:title>The north quay</dc:title><meta:initial-creator>Ines"
            + " Palma</meta:initial-creator><meta:creation-date>2026-03-04T10:00:00</meta:creation-date>"
            + "<meta:keyword>harbour</meta:keyword></office:meta>";

    static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Reading odt(String body, String mimetype) throws IOException {
        byte[] bytes = zip(Map.of(
                "Thumbnails/a.png",
                "x",
                "mimetype",
                mimetype,
                "content.xml",
                content(body),
                "meta.xml",
                "<office:document-meta" + NAMES + ">" + META + "</office:document-meta>"));
        return new DocumentReader().read(new RawDocument(bytes, null, "quay", null));
    }

    private static String content(String body) {
        return "<?xml version='1.0'?><office:document-content" + NAMES + "><office:automatic-styles><style:style"
                + " style:name='P1'"
                + " style:parent-style-name='Title'/><style:style"
                + " style:name='T1'><style:text-properties"
                + " text:display='none'/></style:style><style:style"
                + " style:name='Q'"
                + " style:parent-style-name='Q'/></office:automatic-styles>"
                + "<office:body><office:text>" + body + "</office:text></office:body></office:document-content>";
    }

    private static String html(Reading reading) {
        return assertInstanceOf(Markup.class, reading)
                .dom()
                .outputSettings(new OutputSettings().prettyPrint(false))
                .body()
                .html();
    }

    private static final String TEXT = "application/vnd.oasis.opendocument.text";

    @Test
    void paragraphs_headings_lists_and_tables_are_read_in_order() throws IOException {
        String body = "<text:sequence-decls/><text:p text:style-name='P1'>The quay</text:p><text:h"
            + " text:outline-level='1'>Now</text:h><text:p text:style-name='Q'>It is<text:s"
            + " text:c='2'/>open<text:line-break/>again.</text:p>"
            + "<text:list><text:list-item><text:p>North</text:p></text:list-item></text:list>"
            + "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p>"
            + "</table:table-cell></table:table-row></table:table>";
        assertEquals(
                "<h1>The quay</h1><h2>Now</h2><p>It is  open<br>again.</p><li>North</li><table><tr><td>A </td><td>B"
                        + " </td></tr></table>",
                html(odt(body, TEXT)));
    }

    @Test
    void deleted_and_hidden_text_comments_and_contents_are_left_out_and_notes_follow() throws IOException {
        String body =
                "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:table-of-content><text:p>Contents"
                    + " 1</text:p></text:table-of-content><text:p>The"
                    + " quay<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Since"
                    + " Tuesday.</text:p></text:note-body></text:note><office:annotation><text:p>why?</text:p></office:annotation><text:span"
                    + " text:style-name='T1'> secret</text:span> is open.<draw:frame><draw:text-box><text:p>In a"
                    + " box.</text:p></draw:text-box></draw:frame></text:p><text:section"
                    + " text:display='none'><text:p>unseen</text:p></text:section>";
        assertEquals("<p>The quay is open.</p><p>In a box.</p><p>Since Tuesday.</p>", html(odt(body, TEXT)));
    }

    @Test
    void properties_are_metadata() throws IOException {
        Reading reading = odt("<text:p>The quay is open.</text:p>", TEXT);
        assertEquals(List.of("The north quay"), reading.about().all(Term.HEADLINE));
        assertEquals(List.of("Ines Palma"), reading.about().all(Term.AUTHOR));
        assertEquals(List.of("2026-03-04T10:00:00"), reading.about().all(Term.PUBLISHED));
        assertEquals(List.of("harbour"), reading.about().all(Term.KEYWORD));
    }

    @Test
    void a_flat_file_is_read_alike() {
        String flat = "<?xml version='1.0'?>\n<office:document" + NAMES + " office:mimetype='" + TEXT + "'>" + META
                + "<office:body><office:text><text:p>The quay is"
                + " open.</text:p></office:text></office:body></office:document>";
        Reading reading =
                new DocumentReader().read(new RawDocument(flat.getBytes(StandardCharsets.UTF_8), null, "a.fodt", null));
        assertEquals("<p>The quay is open.</p>", html(reading));
        assertEquals(List.of("Ines Palma"), reading.about().all(Term.AUTHOR));
    }

    @Test
    void a_sheet_and_a_locked_text_are_named() throws IOException {
        Unreadable sheet = assertInstanceOf(
                Unreadable.class, odt("<text:p>a</text:p>", "application/vnd.oasis.opendocument.spreadsheet"));
        assertEquals(Problem.UNKNOWN_TYPE, sheet.problem());
        byte[] bytes = zip(Map.of(
                "mimetype", TEXT,
                "content.xml", "noise",
                "META-INF/manifest.xml", "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"));
        Unreadable locked = assertInstanceOf(
                Unreadable.class, new DocumentReader().read(new RawDocument(bytes, null, "a.odt", null)));
        assertEquals(Problem.ENCRYPTED, locked.problem());
        assertTrue(locked.detail().contains("password"));
    }
}
