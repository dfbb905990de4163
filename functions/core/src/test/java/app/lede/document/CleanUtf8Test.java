package app.lede.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CleanUtf8Test {

    private static final String PROSE = "Ærø, Łódź und Besançon – drei Städte";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> clean(String text) {
        return CleanUtf8.of(utf8(text)).map(clean -> new String(clean.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void a_clean_text_is_not_copied() {
        byte[] bytes = utf8(PROSE);
        assertSame(bytes, CleanUtf8.of(bytes).orElseThrow().bytes());
    }

    @Test
    void controls_go_and_line_ends_become_line_feeds() {
        assertEquals(
                PROSE + "\na\n\nb\tc\n",
                clean(PROSE + "\r\na\r\rb\u0000\tc\u007f\r").orElseThrow());
    }

    @Test
    void a_text_in_doubt_is_left_to_the_detector() {
        assertTrue(clean("\ufeff" + PROSE).isEmpty());
        assertTrue(clean(PROSE + "\ufffd").isEmpty());
        assertTrue(clean(PROSE + "itâ\u0080\u0099s").isEmpty());
        assertTrue(clean(PROSE + "\uffff").isEmpty());
        assertTrue(CleanUtf8.of(PROSE.getBytes(StandardCharsets.ISO_8859_1)).isEmpty());
    }

    @Test
    void characters_beyond_ascii_prove_the_charset() {
        assertTrue(CleanUtf8.of(utf8(PROSE)).orElseThrow().isUnmistakable());
        assertFalse(CleanUtf8.of(utf8("Plain words")).orElseThrow().isUnmistakable());
    }

    @Test
    void the_result_is_that_of_decoding_and_cleaning() {
        Random random = new Random(15);
        int[][] blocks = {{0, 0x80}, {0x80, 0x800}, {0x800, 0x10000}, {0x10000, 0x110000}, {0xfdc0, 0xfe00}};
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(round % 3 == 0 ? "" : PROSE);
            for (int i = random.nextInt(8); i > 0; i--) {
                int[] block = blocks[random.nextInt(blocks.length)];
                text.appendCodePoint(random.nextInt(block[0], block[1]));
            }
            byte[] bytes = utf8(text.toString());
            if (random.nextBoolean() && bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Charsets.Decoded decoded = Charsets.decode(bytes, null);
            CleanUtf8.of(bytes).ifPresent(clean -> {
                assertTrue(!clean.isUnmistakable() || decoded.charset().equals(StandardCharsets.UTF_8));
                if (decoded.charset().equals(StandardCharsets.UTF_8)) {
                    assertEquals(CleanText.of(decoded.text()), new String(clean.bytes(), StandardCharsets.UTF_8));
                }
            });
        }
    }
}
