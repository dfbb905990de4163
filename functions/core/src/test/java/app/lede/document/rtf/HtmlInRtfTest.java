package app.lede.document.rtf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlInRtfTest {

    private static final String HEAD = """
        {\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0
        {\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fswiss\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 MS Gothic;}}
        {\\colortbl\\red0\\green0\\blue0;}
        \\uc1\\pard\\plain\\deftab360 \\f0\\fs24\
        """ + " ";

    private static byte[] bytes(String rtf) {
        return rtf.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String html(String body) {
        return HtmlInRtf.of(bytes(HEAD + body + "}")).orElse("");
    }

    @Test
    void tags_and_text_are_put_together_without_what_is_for_readers_of_rtf() {
        String body = "{\\*\\htmltag18 <html>}\n"
            + "{\\*\\htmltag50 <body>}\\htmlrtf \\lang1033 \\htmlrtf0\n"
            + "{\\*\\htmltag64 <p class=\"a\">}\\htmlrtf {\\htmlrtf0 The ferry sails \n"
            + "{\\*\\htmltag84 <b>}\\htmlrtf {\\b\\htmlrtf0 again{\\*\\htmltag92 </b>}\\htmlrtf }\\htmlrtf0"
            + " {\\*\\htmltag84 &amp;}\\htmlrtf &\\htmlrtf0  on time.{\\*\\htmltag72 </p>}\\htmlrtf\\par}\\htmlrtf0\n"
            + "{\\*\\mhtmltag64 <p class=\"b\">}{\\*\\generator none;}{\\*\\htmltag58 </body>}{\\*\\htmltag27"
            + " </html>}";
        assertEquals(
                "<html><body><p class=\"a\">The ferry sails <b>again</b>&amp; on time.</p></body></html>", html(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "F\\'e4hre | Fähre",
                "F\\u228?hre | Fähre",
                "F\\u228\\'61hre | Fähre",
                "\\uc2 \\u8364\\'80\\'80 5 | € 5",
                "{\\f1 \\'cf\\'e0\\'f0\\'ee\\'ec} | Паром",
                "\\f1 \\'cf\\'e0\\'f0\\'ee\\'ec | Паром",
                "\\f1 \\'cf\\'e0{\\f0 \\'e4}\\'f0 | Паäр",
                "{\\f2 \\'83\\'74\\'83\\'46} | フェ",
                "\\ldblquote so\\rdblquote\\emdash a\\~b\\tab c | “so”—a\u00a0b\tc",
                "a\\{b\\}\\\\c | a{b}\\c",
                "a{\\pict ffd8ff}b{\\*\\unknown c}d | abd"
            })
    void letters_and_signs_are_decoded(String rtf, String text) {
        assertEquals("<p>" + text + "</p>", html("{\\*\\htmltag64 <p>}" + rtf + "{\\*\\htmltag72 </p>}"));
    }

    @Test
    void rtf_that_was_not_made_of_html_has_none() {
        assertEquals(Optional.empty(), HtmlInRtf.of(bytes("{\\rtf1\\ansi The ferry sails.\\par}")));
        assertEquals(Optional.empty(), HtmlInRtf.of(bytes("")));
        assertEquals(Optional.empty(), HtmlInRtf.of(bytes(HEAD + "}")));
    }

    @Test
    void broken_rtf_ends_in_some_text_and_soon() {
        byte[] whole = bytes(HEAD + "{\\*\\htmltag64 <p>}\\u228?b\\bin3 abc{\\*\\htmltag72 </p>}\\'4}");
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            byte[] changed = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            var unused = HtmlInRtf.of(changed);
        }
        assertTrue(html("text" + "{".repeat(200_000)).isEmpty());
        assertTrue(html("\\bin999999999 x").isEmpty());
    }
}
