package app.lede.document.rtf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentMetadata.Term;
import app.lede.document.Reading.Markup;
import app.lede.document.ReadingRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtfReaderTest {

    private static Markup read(String rtf) throws IOException {
        return assertInstanceOf(Markup.class, RtfReader.read(rtf.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String html(String rtf) throws IOException {
        return read(rtf)
                .dom()
                .outputSettings(new org.jsoup.nodes.Document.OutputSettings().prettyPrint(false))
                .body()
                .html();
    }

    @Test
    void paragraphs_are_read_without_the_tables_of_fonts_and_colours() throws IOException {
        String rtf = """
            {\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\*\\generator Courier;}{\\*\\nobodyknows x}
            {\\header Page head\\par}
            \\pard The quay is open.\\par
            Ships moor there.\\par}\
            """;
        assertEquals("<p>The quay is open.</p><p>Ships moor there.</p>", html(rtf));
    }

    @Test
    void letters_beyond_ascii_are_read_in_every_notation() throws IOException {
        String rtf = "{\\rtf1\\ansi\\ansicpg1250{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset238 B;}}"
                + "\\uc1\\u8220?\\f1 P\\'f8\\'edstav\\f0 \\u8221?\\~5000\\_a\\-b\\emdash c \\uc2\\u9731??\\par}";
        assertEquals("<p>“Přístav”&nbsp;5000-ab—c ☃</p>", html(rtf));
    }

    @Test
    void a_long_run_of_letters_in_unicode_notation_is_read_whole() throws IOException {
        assertEquals("<p>" + "ж".repeat(300) + "</p>", html("{\\rtf1 " + "\\u1078?".repeat(300) + "\\par}"));
    }

    @Test
    void hidden_and_deleted_text_pictures_fields_and_annotations_are_left_out() throws IOException {
        String rtf = "{\\r"
                + "tf1 The {\\v secret }quay{\\deleted  pier}{\\pict 89504e47} is{\\*\\annotation why?}"
                + " open{\\field{\\*\\fldinst HYPERLINK \"https://courier.example\"}{\\fldrslt  again}}.\\v"
                + " hidden\\v0\\par}";
        assertEquals("<p>The quay is open again.</p>", html(rtf));
    }

    @Test
    void headings_are_told_by_style_level_or_letters() throws IOException {
        String rtf = "{\\r"
            + "tf1{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}{\\s2 Title;}}\\fs24\\pard\\s2 The quay\\par\\pard\\s1"
            + " History\\par\\pard It was built in 1890, of stone.\\par{\\b Today}\\par Ships moor there every day of"
            + " the year.\\par{\\fs36 Tomorrow}\\par It will be wider then.\\par}";
        assertEquals(
                List.of("h1", "h2", "p", "h2", "p", "h2", "p"),
                read(rtf).dom().body().children().stream()
                        .map(e -> e.normalName())
                        .toList());
    }

    @Test
    void rows_are_tables_and_a_single_cell_is_text() throws IOException {
        String rtf =
                "{\\rtf1\\trowd\\cellx1\\cellx2\\pard\\intbl A\\cell B\\cell\\row\\pard\\intbl C\\cell D\\cell\\row"
                        + "\\trowd\\pard\\intbl Frame\\par text\\cell\\row\\pard End\\par}";
        assertEquals(
                "<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table><p>Frame</p><p>text</p><p>End</p>",
                html(rtf));
    }

    @Test
    void notes_follow_the_text() throws IOException {
        assertEquals(
                "<p>The quay is open.</p><p>Since Tuesday.</p>",
                html("{\\rtf1 The quay{\\footnote Since Tuesday.} is open.\\par}"));
    }

    @Test
    void properties_are_metadata() throws IOException {
        Markup read =
                read("{\\rtf1{\\info{\\title The north quay}{\\author Ines Palma}{\\creatim\\yr2026\\mo3\\dy4\\hr10}"
                        + "{\\operator Jo}}The quay is open.\\par}");
        assertEquals(List.of("The north quay"), read.about().all(Term.HEADLINE));
        assertEquals(List.of("Ines Palma"), read.about().all(Term.AUTHOR));
        assertEquals(List.of("2026-03-04"), read.about().all(Term.PUBLISHED));
        assertEquals("The quay is open.", read.dom().text());
    }

    @Test
    void bytes_behind_the_end_do_no_harm() throws IOException {
        assertEquals("<p>The quay is open.</p>", html("{\\rtf1 The quay is open.\\par}\n}\0\0"));
    }

    @Test
    void a_file_cut_off_says_so() {
        ReadingRefused refused = assertThrows(ReadingRefused.class, () -> read("{\\rtf1 The quay is op"));
        assertTrue(String.valueOf(refused.getMessage()).contains("was cut"));
    }

    @Test
    void a_claim_of_two_gigabytes_is_refused_before_they_are_allocated() {
        ReadingRefused refused = assertThrows(ReadingRefused.class, () -> read("{\\rtf1\\bin2000000000 x}"));
        assertTrue(String.valueOf(refused.getMessage()).contains("claims"));
    }

    @Test
    void groups_nested_without_end_are_refused() {
        assertThrows(ReadingRefused.class, () -> read("{\\rtf1" + "{".repeat(100_000)));
    }
}
