package app.lede.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireMessagePartsTest {

    private static final String FERRY = """
        \u0001EXW0042 4 int 198 EXW-0042
        \u0002PORT/FERRY
        Ferry sails again after the storm

        NORTHPORT, Nov 20 (EXW) - The ferry sails on
        Friday.
           It was tied up for a week.
        \u0003201802 GMT NOV 26
        \u0004\
        """;
    private static final String TRAM =
            "\u0016\u0016\u0001EXW0043 3 int 80\r\n\u0002The tram brakes were mended on Saturday.\r\n\u0003\u0004";

    private static List<String> texts(String file) {
        return PartList.texts(PartList.of(file, "wire.txt"));
    }

    @Test
    void each_message_is_a_part_with_its_headline_its_paragraphs_and_its_time() {
        assertEquals(
                List.of(
                        "{\"keywords\":\"PORT/FERRY\",\"headline\":\"Ferry sails again after the"
                                + " storm\",\"articleBody\":\"NORTHPORT, Nov 20 (EXW) - The ferry sails on Friday.\\n"
                                + "\\n"
                                + "It was tied up for a week.\",\"datePublished\":\"2026-11-20T18:02:00Z\"}",
                        "{\"articleBody\":\"The tram brakes were mended on Saturday.\"}"),
                texts(FERRY + TRAM));
    }

    @Test
    void one_message_is_a_document() {
        assertTrue(texts(FERRY).isEmpty());
        assertTrue(texts("\u0001 a text with a stray mark of control at its beginning")
                .isEmpty());
    }

    @Test
    void a_message_without_a_text_is_named() {
        List<Part> parts = PartList.of(FERRY + "\u0001EXW0044 cut" + TRAM + "\u0001EXW0045\u0002 \u0003", "wire.txt");
        assertEquals(4, parts.size());
        assertEquals(
                List.of("unreadable", "empty"),
                List.of(PartList.texts(parts).get(1), PartList.texts(parts).get(3)));
        assertEquals("message 2", parts.get(1).name());
    }

    @ParameterizedTest
    @CsvSource({"201802 dez 2026,2026-12-20T18:02:00", "010559Z Mai 27,2027-05-01T05:59:00Z", "201802 xyz 26,"})
    void times_are_read_in_the_languages_of_the_agencies(String trailer, String time) {
        String first = texts(FERRY.replace("201802 GMT NOV 26", trailer) + TRAM).getFirst();
        assertEquals(time != null, first.contains("datePublished"));
        assertTrue(time == null || first.contains(time + "\""));
    }

    @Test
    void messages_in_latin_1_are_decoded_one_by_one() {
        byte[] file = (FERRY.replace("sails on", "fährt über die Förde") + TRAM).getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(PartList.texts(PartList.of(file, "wire.txt")).getFirst().contains("fährt über die Förde"));
    }
}
