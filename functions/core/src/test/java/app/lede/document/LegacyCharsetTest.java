package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.text.Table;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that name no charset are read in the one they were written in. */
class LegacyCharsetTest {

    /** Plain substitutes for marks that a charset lacks. */
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("“", "\""),
            Map.entry("”", "\""),
            Map.entry("„", "\""),
            Map.entry("«", "\""),
            Map.entry("»", "\""),
            Map.entry("’", "'"),
            Map.entry("—", "-"),
            Map.entry("–", "-"));

    private static String text(String language, Charset charset) {
        String text = Table.lines(LegacyCharsetTest.class, "legacy-texts.tsv").stream()
                .map(Table::columns)
                .filter(columns -> columns.get(0).equals(language))
                .map(columns -> columns.get(1))
                .findFirst()
                .orElseThrow();
        for (Map.Entry<String, String> mark : PLAIN.entrySet()) {
            if (!charset.newEncoder().canEncode(mark.getKey())) {
                text = text.replace(mark.getKey(), mark.getValue());
            }
        }
        return text;
    }

    private static String read(String text, Charset charset) {
        return Charsets.decode(text.getBytes(charset), null).text();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, de fr es pt it sv da fi en is",
        "x-MacRoman, de fr es pt it sv da fi en",
        "IBM850, de fr es pt it sv da fi en is",
        "windows-1250, cs sk pl hu ro hr sl",
        "ISO-8859-2, cs sk pl hu ro hr sl",
        "IBM852, cs sk pl hu ro hr sl",
        "windows-1254, tr",
        "windows-1257, lt lv",
        "ISO-8859-13, lt lv",
        "windows-1251, ru uk bg sr",
        "KOI8-R, ru",
        "KOI8-U, uk",
        "IBM866, ru bg",
        "ISO-8859-5, ru uk bg sr",
        "x-MacCyrillic, ru uk bg sr",
        "windows-1253, el",
        "ISO-8859-7, el",
        "windows-1256, ar",
        "windows-1255, he",
        "x-windows-874, th",
        "windows-31j, ja",
        "EUC-JP, ja",
        "ISO-2022-JP, ja",
        "GB18030, zh-Hans",
        "Big5-HKSCS, zh-Hant",
        "x-windows-949, ko",
        "UTF-8, de fr es pt it sv da fi en is cs sk pl hu ro hr sl tr lt lv ru uk bg sr el ar he th ja zh-Hans zh-Hant"
                + " ko"
    })
    void a_text_of_four_hundred_characters_is_read_as_it_was_written(String name, String languages) {
        Charset charset = Charset.forName(name);
        for (String language : languages.split(" ", -1)) {
            String text = text(language, charset);
            assertEquals(text, read(text, charset), language);
            String start = text.substring(0, Math.min(400, text.length()));
            assertEquals(start, read(start, charset), language);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, de fr es pt it sv da fi is",
        "windows-1250, cs sk pl hu ro hr",
        "x-MacRoman, de fr sv da fi pt",
        "windows-1251, ru uk bg sr",
        "KOI8-R, ru",
        "windows-1254, tr",
        "windows-1256, ar",
        "windows-1253, el"
    })
    void so_are_texts_of_eighty(String name, String languages) {
        Charset charset = Charset.forName(name);
        List<String> wrong = new ArrayList<>();
        for (String language : languages.split(" ", -1)) {
            String text = text(language, charset);
            for (int at = 0; at + 80 <= text.length(); at += 80) {
                String part = text.substring(at, at + 80);
                if (!part.equals(read(part, charset))) {
                    wrong.add(part);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The quay — closed since March — opens on Friday.",
                "The captain didn’t sail; nobody’s boat did.",
                "She walked ’round the quay “twice”, she said.",
                "Take ½ cup of flour and ¼ cup of milk, stir 2–3 times, brew the tea in a café – done.",
                "A crossing costs £12 (€ 14) at 5 °C, says © Harbour News™.",
                "Le café à côté de l’hôtel est fermé.",
                "Grüße aus Köln, sagt Tomáš."
            })
    void few_letters_and_marks_are_those_of_windows_1252(String text) {
        assertEquals(text, read(text, Charset.forName("windows-1252")));
    }

    @Test
    void marks_of_a_mac_are_known_by_the_words_around_them() {
        String text = "The captain didn’t sail, and nobody’s boat did: “Too windy,” she said.";
        assertEquals(text, read(text, Charset.forName("x-MacRoman")));
    }

    @Test
    void accented_letters_before_others_are_no_chinese() {
        String text = "Café owners, Zoë Brontë-Hall and others — all of them — met at the quay. ".repeat(3);
        assertEquals(text, read(text, Charset.forName("windows-1252")));
    }

    @Test
    void an_escape_character_alone_is_no_japanese() {
        byte[] text = "The quay \u001b$B is closed.".getBytes(StandardCharsets.US_ASCII);
        assertEquals(StandardCharsets.UTF_8, Charsets.detect(text, null));
    }

    @Test
    void a_page_is_read_like_a_text() {
        Charset charset = Charset.forName("windows-1250");
        String page = "<html><body><h1>Přívoz</h1><p>" + text("cs", charset) + "</p></body></html>";
        assertEquals(page, read(page, charset));
    }
}
