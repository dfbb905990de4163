package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static byte[] with(String text, int... broken) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(bytes, bytes.length + broken.length);
        for (int i = 0; i < broken.length; i++) {
            all[bytes.length + i] = (byte) broken[i];
        }
        return all;
    }

    @Test
    void a_few_broken_bytes_leave_undeclared_utf_8_what_it_is() {
        for (int[] broken : new int[][] {{0xe4}, {0x92}, {0xff}, {0xe4, ' ', 0x80}}) {
            byte[] text = with(SWEDISH.repeat(2), broken);
            assertEquals(StandardCharsets.UTF_8, Charsets.detect(text, null), Arrays.toString(broken));
        }
        assertTrue(Charsets.decode(with(SWEDISH, 0xe4), "text/plain").text().startsWith(SWEDISH));
    }

    @Test
    void a_few_broken_bytes_among_very_many_are_no_word_for_a_declared_charset() {
        byte[] page = with("<meta charset=windows-1252>" + SWEDISH.repeat(10), 0xe4, ' ', 0x92);
        assertEquals(StandardCharsets.UTF_8, Charsets.detect(page, null));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Färjan går åter till Öland på måndag",
        "windows-1251, Паром снова ходит на остров по понедельникам и средам",
        "gb18030, 渡轮周一恢复开往该岛的航班乘客可以携带四十辆汽车",
        "shift_jis, フェリーは月曜日に島への運航を再開します",
        "euc-kr, 여객선이 월요일에 섬으로 가는 운항을 재개한다",
        "tis-620, เรือข้ามฟากกลับมาให้บริการไปยังเกาะในวันจันทร์"
    })
    void a_legacy_charset_is_not_taken_for_broken_utf_8(String charset, String text) {
        byte[] bytes = text.repeat(20).getBytes(Charset.forName(charset));
        assertEquals(
                text.repeat(20),
                Charsets.decode(bytes, "text/plain; charset=" + charset).text());
        assertNotEquals(StandardCharsets.UTF_8, Charsets.detect(bytes, null));
    }
}
