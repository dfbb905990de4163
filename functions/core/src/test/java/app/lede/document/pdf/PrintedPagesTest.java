package app.lede.document.pdf;

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
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Printouts, columns, stamps and turned text. Pages are 612 by 792 points. */
class PrintedPagesTest {

    private final PDDocument document = new PDDocument();
    private final PDType1Font font = new PDType1Font(FontName.HELVETICA);

    @AfterEach
    void close() throws IOException {
        document.close();
    }

    private PDPage page() {
        PDPage page = new PDPage();
        document.addPage(page);
        return page;
    }

    private void say(PDPage page, String words, float x, float y, float size, int degrees) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.beginText();
            content.setFont(font, size);
            content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(degrees), x, y));
            content.showText(words);
            content.endText();
        }
    }

    private void say(PDPage page, String words, float x, float y) throws IOException {
        say(page, words, x, y, 11, 0);
    }

    private Reading read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return new DocumentReader().read(new RawDocument(bytes.toByteArray(), null, "a.pdf", null));
    }

    private String text() throws IOException {
        return assertInstanceOf(Markup.class, read()).dom().text();
    }

    @Test
    void what_a_browser_prints_around_a_page_is_no_text_and_its_date_no_date() throws IOException {
        document.getDocumentInformation().setCreationDate(new GregorianCalendar(2026, 2, 9));
        for (int i = 1; i <= 2; i++) {
            PDPage page = page();
            say(page, "09/03/2026, 14:20", 20, 775, 8, 0);
            say(page, "The quay is open - The Courier", 250, 775, 8, 0);
            say(page, "The north quay was opened again on day " + i + ".", 60, 500);
            say(page, "https://courier.example/2026/quay", 20, 12, 8, 0);
            say(page, i + "/2", 580, 12, 8, 0);
        }
        Reading reading = read();
        assertEquals(
                "The north quay was opened again on day 1. The north quay was opened again on day 2.",
                assertInstanceOf(Markup.class, reading).dom().text());
        assertEquals(List.of(), reading.about().all(Term.PUBLISHED));
    }

    @Test
    void the_date_of_a_document_that_nobody_printed_stays() throws IOException {
        document.getDocumentInformation().setCreationDate(new GregorianCalendar(2026, 2, 9));
        document.getDocumentInformation().setProducer("Harbour Writer");
        say(page(), "The north quay was opened again.", 60, 500);
        assertTrue(read().about().first(Term.PUBLISHED).orElse("").startsWith("2026-03-0"));
    }

    @Test
    void a_header_above_the_headline_and_a_footer_of_one_page_are_no_text() throws IOException {
        PDPage page = page();
        say(page, "Harbour Courier", 72, 750, 10, 0);
        say(page, "North quay opens", 72, 700, 20, 0);
        say(page, "The north quay was opened again on Tuesday, and ships may moor there.", 72, 660);
        say(page, "Printed for the harbour office, page 1", 72, 40, 10, 0);
        assertEquals("North quay opens The north quay was opened again on Tuesday, and ships may moor there.", text());
    }

    @Test
    void the_last_line_of_a_page_with_wide_leading_is_no_footer() throws IOException {
        PDPage page = page();
        for (int y = 742; y >= 42; y -= 28) {
            say(page, "and the ships that moor at the quay", 72, y, 12, 0);
        }
        assertEquals(26, text().split("and the ships", -1).length - 1);
    }

    @Test
    void the_first_line_of_a_page_without_a_larger_one_stays() throws IOException {
        PDPage page = page();
        say(page, "North quay opens", 72, 750);
        say(page, "The north quay was opened again on Tuesday, and ships may moor there.", 72, 710);
        say(page, "It is longer than before.", 72, 40);
        assertTrue(text().startsWith("North quay opens"), text());
        assertTrue(text().endsWith("It is longer than before."), text());
    }

    @Test
    void in_a_short_text_most_distances_part_paragraphs_and_are_not_the_usual_one() throws IOException {
        PDPage page = page();
        float y = 700;
        for (String paragraph : List.of("Ines Palma", "4 March 2026", "One", "Two", "Three")) {
            y -= 30;
            if (paragraph.length() > 8) {
                say(page, paragraph, 72, y);
            } else {
                say(page, paragraph + " of the ships that moor at the quay is as long as a train", 72, y);
                y -= 14;
                say(page, "and heavier than most.", 72, y);
            }
        }
        assertEquals(5, assertInstanceOf(Markup.class, read()).dom().select("p").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".وفتح الميناء رصيفه|وفتح الميناء رصيفه.",
                ".«ينتظرنا السمك|ينتظرنا السمك».",
                "الجمارك: »انتظرنا شتاءين، ولم|الجمارك: «انتظرنا شتاءين، ولم",
                "قال )الوزير( اليوم|قال (الوزير) اليوم",
                "قال (الوزير) اليوم.|قال (الوزير) اليوم.",
                "قال ( الوزير ) اليوم|قال ( الوزير ) اليوم",
                "السعر ($5) اليوم|السعر ($5) اليوم",
                "1) الوزير (2) الميناء|1) الوزير (2) الميناء",
                "قال )الوزير( و)الرئيس( اليوم|قال (الوزير) و(الرئيس) اليوم"
            })
    void marks_of_lines_from_right_to_left_stand_as_they_are_read(String drawn, String read) {
        assertTrue(RightToLeft.isOne(drawn));
        assertEquals(read, RightToLeft.mended(drawn));
    }

    private static final List<String> LEFT = List.of(
            "The north quay was opened",
            "again on Tuesday after a",
            "year of work, the council",
            "said in the evening, and",
            "ships may moor there",
            "from six in the morning.");

    private static final List<String> RIGHT = List.of(
            "The south quay stays shut",
            "until the month of May,",
            "when the last of the four",
            "cranes will have been",
            "taken down and sold to",
            "a port in the far north.");

    @Test
    void columns_drawn_row_by_row_are_read_one_after_the_other() throws IOException {
        PDPage page = page();
        say(page, "A headline across the whole of both of the columns of this page", 60, 720);
        for (int i = 0; i < LEFT.size(); i++) {
            say(page, LEFT.get(i), 60, 690 - 13 * i);
            say(page, RIGHT.get(i), 320, 690 - 13 * i);
        }
        String text = text();
        assertTrue(text.contains(String.join(" ", LEFT)), text);
        assertTrue(text.contains(String.join(" ", RIGHT)), text);
    }

    @Test
    void rows_of_a_table_stay_rows() throws IOException {
        PDPage page = page();
        for (int i = 0; i < 8; i++) {
            say(page, "Ship " + i, 60, 690 - 13 * i);
            say(page, "12" + i, 320, 690 - 13 * i);
        }
        assertTrue(text().contains("Ship 1 121"), text());
    }

    @Test
    void a_scanner_s_stamp_is_no_text() throws IOException {
        for (int i = 0; i < 3; i++) {
            PDPage page = page();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(
                                document, new BufferedImage(20, 20, BufferedImage.TYPE_BYTE_GRAY)),
                        0,
                        0,
                        612,
                        792);
            }
            say(page, "Scanned with PaperCatcher", 400, 20);
        }
        assertEquals(Problem.NO_TEXT, assertInstanceOf(Unreadable.class, read()).problem());
    }

    @Test
    void letter_spaced_headlines_are_joined_to_words() throws IOException {
        PDPage page = page();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 20);
            content.setCharacterSpacing(10);
            content.newLineAtOffset(60, 700);
            content.showText("NORTH QUAY OPEN");
            content.endText();
        }
        say(page, "The north quay was opened again on Tuesday, the council said.", 60, 600);
        assertTrue(text().startsWith("NORTH QUAY OPEN The north"), text());
    }

    @Test
    void turned_text_and_text_off_the_page_are_left_out() throws IOException {
        PDPage page = page();
        say(page, "The north quay was opened again on Tuesday.", 60, 600);
        say(page, "copy of the harbour office", 20, 200, 11, 90);
        say(page, "remove before printing", 60, 1200);
        say(page, "remove this too", -400, 500);
        assertEquals("The north quay was opened again on Tuesday.", text());
    }
}
