package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import app.lede.text.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no articles are of an unknown type, by name; none of them becomes an article. */
class NonArticlesTest {

    private final DocumentReader reader = new DocumentReader();

    /** A file in {@code non-articles.txt}: its name, a part of the expected detail, its content. */
    record Sample(String name, String detail, String content) {}

    static List<Sample> samples() {
        try (InputStream in = NonArticlesTest.class.getResourceAsStream("non-articles.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("(?m)^=== ", -1))
                    .skip(1)
                    .map(section -> {
                        List<String> head = List.of(
                                section.lines().findFirst().orElseThrow().split(" \\| ", 2));
                        return new Sample(head.get(0), head.get(1), section.substring(section.indexOf('\n') + 1));
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_file_that_is_no_article_is_of_an_unknown_type(Sample sample) {
        byte[] bytes = sample.content().getBytes(StandardCharsets.UTF_8);
        assertRefused(sample.detail(), bytes, sample.name());
    }

    @Test
    void a_log_comes_with_advice() {
        assertRefused("upload that alone", "08:00 pump on\n".repeat(20).getBytes(StandardCharsets.UTF_8), "pump.log");
    }

    @Test
    void there_are_samples_of_sixty_kinds() {
        assertTrue(samples().size() >= 60);
    }

    static List<List<String>> binaries() {
        return rows("bytes@");
    }

    @ParameterizedTest
    @MethodSource("binaries")
    void a_binary_file_is_named_by_its_signature(List<String> row) {
        int offset = Integer.parseInt(row.get(0).substring(6));
        byte[] signature = HexFormat.of().parseHex(row.get(1).replace("??", "20"));
        byte[] bytes = new byte[2000];
        Arrays.fill(bytes, 0, offset, (byte) ' ');
        System.arraycopy(signature, 0, bytes, offset, signature.length);
        // A gzip file is inflated before it is looked at.
        if (!row.get(1).equals("1f8b")) {
            assertRefused("is not read", bytes, "file");
        }
    }

    static List<String> roots() {
        return rows("root").stream()
                .flatMap(row -> Stream.of(row.get(1).split("\\|", -1)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("roots")
    void xml_is_named_by_its_root(String root) {
        String name = root.replace("\\", "");
        String xml = "<?xml version='1.0'?>\n<!-- The quay -->\n<x:" + name + " xmlns:x='y'>The quay is open.</x:"
                + name + ">";
        assertRefused("is not read", xml.getBytes(StandardCharsets.UTF_8), "file.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/workbook.xml spreadsheet",
                "ppt/presentation.xml slides",
                "visio/document.xml Visio",
                "Index/Document.iwa Pages",
                "AndroidManifest.xml Android",
                "META-INF/MANIFEST.MF Java",
                "designmap.xml IDML"
            })
    void a_zip_file_is_named_by_its_directory(String sample) throws IOException {
        List<String> words = List.of(sample.split(" ", 2));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(words.get(0)));
        }
        assertRefused(words.get(1), bytes.toByteArray(), "file.docx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Workbook CSV", "PowerPoint+Document PDF"})
    void an_old_office_file_is_named_by_its_streams(String sample) {
        List<String> words = List.of(sample.replace('+', ' ').split(" (?=\\S+$)", 2));
        byte[] start = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
        byte[] bytes = Arrays.copyOf(start, 4000);
        byte[] stream = words.get(0).getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(stream, 0, bytes, 1024, stream.length);
        assertRefused(words.get(1), bytes, "file.doc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The quay is open\n\nShips may moor from 6 a.m. to 10 p.m.; the fee is €12 (£10.40) a night.\n",
                "Набережная открыта\n\nВо вторник город открыл северную набережную, сообщил совет.\n",
                "北埠頭が再開\n\n市は火曜日、北埠頭を再開したと発表した。",
                "ท่าเรือเปิดแล้ว\n\nเมืองเปิดท่าเรือเหนือเมื่อวันอังคาร สภาเทศบาลกล่าว",
                "Ships\n\n- Alma, 1990\n- Bera, 1991\n- Cora, built in 2001 at the north yard, sails again.\n",
                "Note: the quay is open\nFrom Tuesday ships may moor at the north quay again, the council said.\n",
                "Subject: no mail\n\nA story that begins with a word and a colon is a text all the same.\n",
                "Style\n\nWrite to ines@courier.example or see https://courier.example/quay for the plan; #quay.\n"
            })
    void a_text_written_for_people_is_read(String text) {
        assertInstanceOf(
                Plain.class, reader.read(new RawDocument(text.getBytes(StandardCharsets.UTF_8), null, "a.txt", null)));
    }

    @Test
    void a_page_of_links_is_a_list_and_a_page_of_text_is_none() {
        String link = "<li><a href=https://courier.example/1>The north quay is open again</a></li>";
        assertRefused(
                "list of links",
                ("<h1>Später lesen – Übersicht</h1>" + link.repeat(6)).getBytes(StandardCharsets.UTF_8),
                "a.html");
        assertRefused(
                "list of links",
                ("<h1>Unread</h1><ul>" + link.repeat(3) + "</ul>").getBytes(StandardCharsets.UTF_8),
                "a.html");
        String text = "<p>The harbour opened its north quay on Tuesday, the council said, after a year of work.</p>";
        assertInstanceOf(
                Reading.Page.class,
                reader.read(new RawDocument(
                        (text.repeat(3) + link.repeat(3)).getBytes(StandardCharsets.UTF_8), null, "a.html", null)));
    }

    @Test
    void a_page_of_text_between_long_menus_is_read() {
        String menu = "<li><a href=https://courier.example/1>The north quay is open again</a></li>".repeat(150);
        String text = "<p>The harbour opened its north quay on Tuesday, the council said, after a year of work.</p>";
        assertInstanceOf(
                Reading.Page.class,
                reader.read(new RawDocument(
                        (menu + text.repeat(8)).getBytes(StandardCharsets.UTF_8), null, "a.html", null)));
    }

    private static List<List<String>> rows(String where) {
        return Table.lines(UnreadTypes.class, "unread-types.tsv").stream()
                .map(Table::columns)
                .filter(row -> row.get(0).startsWith(where))
                .toList();
    }

    private void assertRefused(String detail, byte[] bytes, String name) {
        Reading reading = reader.read(new RawDocument(bytes, null, name, null));
        Unreadable refused = assertInstanceOf(Unreadable.class, reading, name);
        assertEquals(Problem.UNKNOWN_TYPE, refused.problem(), refused.detail());
        assertTrue(refused.detail().contains(detail), refused.detail());
    }
}
