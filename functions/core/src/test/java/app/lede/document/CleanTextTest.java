package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CleanTextTest {

    private static String twice(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void what_was_encoded_twice_is_decoded_twice() {
        assertEquals("Let’s go – “now” 🚢 नमस्ते", CleanText.of(twice("Let’s go – “now” 🚢 नमस्ते")));
        assertEquals("’", CleanText.of(twice("’")));
    }

    @Test
    void letters_that_could_be_meant_are_left() {
        assertSame("Ã© Â® São Paulo", CleanText.of("Ã© Â® São Paulo"));
        assertEquals("âb", CleanText.of("â\u0080b"));
        assertEquals("end â", CleanText.of("end â\u0080"));
    }

    @Test
    void overlong_and_surrogate_sequences_are_no_characters() {
        assertEquals("à", CleanText.of("à\u0080\u0080"));
        assertEquals("í\u00a0", CleanText.of("í\u00a0\u0080"));
        assertEquals("ô", CleanText.of("ô\u0090\u0080\u0080"));
    }

    @Test
    void control_characters_and_lone_surrogates_are_left_out() {
        assertEquals("ab\nc\td", CleanText.of("a\u0000b\r\nc\td\ud800"));
    }
}
