package app.lede.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordKeyTest {

    /** Blocks of letters, marks and punctuation; the last characters are surrogates. */
    private static final int[][] BLOCKS = {
        {0x20, 0x7f},
        {0x80, 0x250},
        {0x300, 0x370},
        {0x370, 0x483},
        {0x483, 0x530},
        {0x5d0, 0x700},
        {0x900, 0xa00},
        {0x1e00, 0x2000},
        {0x2000, 0x2070},
        {0x2070, 0x2200},
        {0x3000, 0x3100},
        {0x4e00, 0x4e40},
        {0xac00, 0xac40},
        {0xf900, 0xf940},
        {0xff00, 0xffe0},
        {0xd800, 0xe000}
    };

    @Test
    void the_key_of_every_character_is_that_of_its_decomposition() {
        for (char c = 1; c < Character.MAX_VALUE; c++) {
            assertEquals(reference("a" + c + "B"), Words.key("a" + c + "B"), Integer.toHexString(c));
        }
    }

    @Test
    void the_key_of_mixed_scripts_is_that_of_the_whole_text_decomposed() {
        Random random = new Random(15);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int[] one = BLOCKS[random.nextInt(BLOCKS.length)];
            for (int i = random.nextInt(12); i >= 0; i--) {
                int[] block = random.nextBoolean() ? one : BLOCKS[random.nextInt(BLOCKS.length)];
                text.append((char) random.nextInt(block[0], block[1]));
            }
            assertEquals(reference(text.toString()), Words.key(text.toString()));
        }
    }

    @Test
    void accents_case_and_spacing_do_not_matter() {
        assertEquals("eglise saint etienne 1 2 straße", Words.key(" Église  «Saint-Étienne»: ½ STRAßE"));
        assertEquals("ελλασ οδος", Words.key("Ἑλλάσ ΟΔΌΣ"));
        assertEquals("istanbul", Words.key("İstanbul"));
    }

    /** Decomposes the whole text and keeps letters, digits and surrogates, for texts of few marks. */
    private static String reference(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder key = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                key.append(gap && !key.isEmpty() ? " " : "").append(c);
                gap = false;
            } else {
                gap |= Character.getType(c) != Character.NON_SPACING_MARK;
            }
        }
        return LowerCase.of(key.toString());
    }
}
