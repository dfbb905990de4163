package app.lede.document.ole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentMetadata.Term;
import app.lede.document.DocumentReader;
import app.lede.document.RawDocument;
import app.lede.document.Reading;
import app.lede.document.Reading.Markup;
import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import app.lede.fuzz.Effort;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OleFilesTest {

    private static final String STORY = "The harbour opened its north quay on Tuesday, the council said. "
            .repeat(80)
            .strip();

    private static Reading read(byte[] bytes) {
        return new DocumentReader().read(new RawDocument(bytes, null, "file", null));
    }

    private static byte[] wide(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    /** Writes a Word file of two pieces: one in windows-1252, one in UTF-16. */
    private static byte[] word(String narrow, String wide, int flags) {
        byte[] first = narrow.getBytes(Charset.forName("windows-1252"));
        byte[] second = wide(wide);
        ByteBuffer main = ByteBuffer.allocate(Math.max(5000, 1024 + first.length + second.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        main.putShort(0, (short) 0xa5ec).putShort(2, (short) 0xc1).putShort(0x0a, (short) flags);
        main.putInt(0x4c, narrow.length() + wide.length()).putInt(0x1a2, 0).putInt(0x1a6, 33);
        main.put(1024, first).put(1024 + first.length, second);
        ByteBuffer table = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        table.put(0, (byte) 2).putInt(1, 28);
        table.putInt(5, 0).putInt(9, narrow.length()).putInt(13, narrow.length() + wide.length());
        table.putInt(19, (2 * 1024) | 0x40000000).putInt(27, 1024 + first.length);
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("WordDocument", main.array());
        streams.put((flags & 0x200) != 0 ? "1Table" : "0Table", table.array());
        return CompoundFiles.of(streams);
    }

    private static List<String> paragraphs(Reading reading) {
        return assertInstanceOf(Markup.class, reading, reading.toString())
                .dom()
                .select("p")
                .eachText();
    }

    @Test
    void the_pieces_of_an_old_word_text_are_joined() {
        byte[] bytes = word("The quay is “open”.\rSince ", "Tuesday – says Šárka.\r", 0x200);
        assertEquals(List.of("The quay is “open”.", "Since Tuesday – says Šárka."), paragraphs(read(bytes)));
    }

    @Test
    void fields_show_their_result_and_rows_are_lines() {
        byte[] bytes = word(
                "See \u0013 HYPERLINK \"x\" \u0001\u0014the quay\u0015 now.\rA\u0007B\u0007\u0007C\u0007D\u0007\u0007",
                "Line\u000bend.\r",
                0);
        assertEquals(List.of("See the quay now.", "A B", "C D", "Line end."), paragraphs(read(bytes)));
    }

    @Test
    void a_locked_or_older_word_text_says_what_to_do() {
        Unreadable locked = assertInstanceOf(Unreadable.class, read(word("x\r", "y\r", 0x100)));
        assertEquals(Problem.ENCRYPTED, locked.problem());
        byte[] old = word("x\r", "y\r", 0);
        int at = new String(old, StandardCharsets.ISO_8859_1).indexOf("\u00ec\u00a5\u00c1\u0000");
        old[at + 2] = 0x65;
        Unreadable older = assertInstanceOf(Unreadable.class, read(old));
        assertTrue(older.detail().contains("save it as .docx"), older.detail());
    }

    private static byte[] outlook(String property, byte[] body, Map<String, byte[]> others) {
        ByteBuffer properties = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        long ticks = (Instant.parse("2026-03-04T18:02:00Z").getEpochSecond() + 11_644_473_600L) * 10_000_000;
        properties.putInt(32, 0x00390040).putLong(40, ticks);
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("__properties_version1.0", properties.array());
        streams.put("__substg1.0_0037001F", wide("Fwd: North quay – open"));
        streams.put("__substg1.0_0C1A001F", wide("Ines Palma"));
        streams.put("__substg1.0_5D01001F", wide("ines@harbour.example"));
        streams.put(property, body);
        streams.putAll(others);
        return CompoundFiles.of(streams);
    }

    @Test
    void a_mail_of_outlook_has_its_sender_subject_and_date() {
        Reading mail = read(outlook("__substg1.0_1000001F", wide(STORY), Map.of()));
        assertEquals(STORY, assertInstanceOf(Plain.class, mail).text().strip());
        assertEquals(List.of("North quay – open"), mail.about().all(Term.HEADLINE));
        assertEquals(List.of("Ines Palma"), mail.about().all(Term.AUTHOR));
        assertEquals(List.of("harbour.example"), mail.about().all(Term.SENDER));
        assertEquals(List.of("2026-03-04T18:02:00Z"), mail.about().all(Term.PUBLISHED));
    }

    @Test
    void the_html_of_a_mail_of_outlook_comes_before_its_text() {
        byte[] html = "<html><meta charset=windows-1252><p>Caf\u00e9 open.</p>".getBytes(StandardCharsets.ISO_8859_1);
        Reading mail = read(outlook("__substg1.0_10130102", html, Map.of("__substg1.0_1000001F", wide("Text"))));
        assertEquals("Café open.", assertInstanceOf(Markup.class, mail).dom().text());
    }

    @Test
    void the_html_within_the_rtf_of_a_mail_of_outlook_comes_before_its_text() {
        byte[] rtf = ("{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag1 <meta charset=windows-1252>}{\\*\\htmltag64 <p>}"
                        + "\\htmlrtf {\\htmlrtf0 Caf\\'e9 open.{\\*\\htmltag72 </p>}\\htmlrtf }\\htmlrtf0}")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] packed = new byte[16 + rtf.length];
        System.arraycopy("MELA".getBytes(StandardCharsets.US_ASCII), 0, packed, 8, 4);
        System.arraycopy(rtf, 0, packed, 16, rtf.length);
        Reading mail = read(outlook("__substg1.0_10090102", packed, Map.of("__substg1.0_1000001F", wide("Text"))));
        assertEquals("Café open.", assertInstanceOf(Markup.class, mail).dom().text());
    }

    @Test
    void a_document_attached_to_a_short_note_is_the_story() {
        byte[] rtf = ("{\\rtf1 " + STORY + "\\par}").getBytes(StandardCharsets.US_ASCII);
        Reading mail = read(outlook(
                "__substg1.0_1000001F",
                wide("See attached."),
                Map.of("__attach_version1.0_#00000000/__substg1.0_37010102", rtf)));
        assertEquals(
                STORY,
                assertInstanceOf(Markup.class, mail, mail.toString()).dom().text());
    }

    @Test
    void a_file_cut_off_or_broken_anywhere_is_refused_or_read() {
        byte[] whole = outlook("__substg1.0_1000001F", wide(STORY), Map.of());
        byte[] doc = word("The quay is open.\r", STORY + "\r", 0x200);
        Random random = new Random(9);
        for (int run = 0; run < Effort.of(1500); run++) {
            byte[] broken = (run % 2 == 0 ? whole : doc).clone();
            for (int i = 0; i < 4; i++) {
                broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt(256);
            }
            read(run % 5 == 0 ? Arrays.copyOf(broken, 600 + random.nextInt(broken.length - 600)) : broken);
        }
    }
}
