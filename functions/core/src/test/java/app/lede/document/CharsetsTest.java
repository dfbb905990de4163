package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CharsetsTest {

    private static final String SWEDISH = "Färjan går åter till Öland på måndag";

    @Test
    void utf_8_that_can_be_nothing_else_is_believed_over_the_page_and_the_transport() {
        byte[] page = ("<meta charset=iso-8859-15>" + SWEDISH).getBytes(StandardCharsets.UTF_8);
        assertEquals(StandardCharsets.UTF_8, Charsets.detect(page, null));
        assertEquals(StandardCharsets.UTF_8, Charsets.detect(page, "text/html; charset=ISO-8859-1"));
    }

    @Test
    void a_declaration_decides_where_the_bytes_could_be_either() {
        byte[] page = "<meta charset=windows-1252>Ã¤".getBytes(Charset.forName("windows-1252"));
        assertEquals(Charset.forName("windows-1252"), Charsets.detect(page, null));
    }

    @Test
    void a_page_in_the_charset_it_declares_stays_so() {
        for (String charset : new String[] {"windows-1252", "iso-8859-15", "utf-8"}) {
            byte[] page = ("<meta charset=" + charset + ">" + SWEDISH).getBytes(Charset.forName(charset));
            assertEquals(
                    "<meta charset=" + charset + ">" + SWEDISH,
                    Charsets.decode(page, null).text(),
                    charset);
        }
    }

    @Test
    void a_page_cut_off_inside_a_character_is_still_utf_8() {
        byte[] page = ("<meta charset=iso-8859-1>" + SWEDISH + "ä").getBytes(StandardCharsets.UTF_8);
        assertEquals(StandardCharsets.UTF_8, Charsets.detect(Arrays.copyOf(page, page.length - 1), null));
    }

    @Test
    void one_broken_byte_leaves_the_word_to_the_declaration() {
        byte[] page = ("<meta charset=windows-1252>?" + SWEDISH).getBytes(StandardCharsets.UTF_8);
        page["<meta charset=windows-1252>".length()] = (byte) 0xe4;
        assertEquals(Charset.forName("windows-1252"), Charsets.detect(page, null));
    }
}
