package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.document.Reading.Plain;
import app.lede.document.Reading.Unreadable;
import app.lede.fuzz.Effort;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsLabelsTest {

    @ParameterizedTest
    @CsvSource({
        "cp819, windows-1252",
        "l1, windows-1252",
        "ISO_8859-1:1987, windows-1252",
        "csisolatin5, windows-1254",
        "ksc_5601, x-windows-949",
        "korean, x-windows-949",
        "macintosh, x-MacRoman",
        "x-mac-cyrillic, x-MacUkraine",
        "x-cp1250, windows-1250",
        "x-cp1251, windows-1251",
        "tis-620, x-windows-874",
        "gb_2312-80, GB18030",
        "x-x-big5, Big5-HKSCS",
        "iso-8859-8-i, ISO-8859-8",
        "unicode-1-1-utf-8, UTF-8",
        "IBM437, IBM437"
    })
    void a_label_of_the_web_names_an_encoding(String label, String expected) {
        assertEquals(Charset.forName(expected), Charsets.byName(label).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void wide_text_needs_no_byte_order_mark(String charset) {
        for (String text : new String[] {
            "The north quay is open again, the council said on Tuesday.\nShips may moor.",
            "Северная набережная снова открыта, сообщил во вторник совет города.\nСуда могут швартоваться.",
            "北の埠頭が火曜日に再開した、と市は発表した。\n船は係留できる。\n料金は一晩十二クローネである。\n南の埠頭は五月まで閉鎖される。\n"
        }) {
            for (String mark : new String[] {"", "\uFEFF"}) {
                byte[] bytes = (mark + text).getBytes(Charset.forName(charset));
                Reading reading = new DocumentReader().read(new RawDocument(bytes, null, "a.txt", null));
                assertEquals(
                        text,
                        assertInstanceOf(Plain.class, reading, charset + text).text());
            }
        }
    }

    @Test
    void bytes_with_zeros_are_no_text_by_that_alone() {
        Random random = new Random(11);
        for (int run = 0; run < Effort.of(200); run++) {
            byte[] sound = new byte[4000];
            for (int i = 2; i < sound.length; i += 2) {
                int sample = (int) (random.nextGaussian() * 90);
                sound[i] = (byte) sample;
                sound[i + 1] = (byte) (sample >> 8);
            }
            assertInstanceOf(Unreadable.class, new DocumentReader().read(new RawDocument(sound, null, "a.txt", null)));
        }
        assertEquals(StandardCharsets.UTF_8, Charsets.detect("a\0b".getBytes(StandardCharsets.UTF_8), null));
    }
}
