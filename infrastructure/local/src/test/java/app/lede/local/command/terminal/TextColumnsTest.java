package app.lede.local.command.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextColumnsTest {

    @Test
    void a_letter_takes_one_column_a_chinese_character_two_and_a_combining_accent_none() {
        assertEquals(4, TextColumns.width("Mali"));
        assertEquals(4, TextColumns.width("马里"));
        assertEquals(1, TextColumns.width("e\u0301"));
        assertEquals(5, TextColumns.width("الأرد"));
        assertEquals(2, TextColumns.width("\ud83d\udea2"));
    }

    @Test
    void text_is_wrapped_between_words() {
        assertEquals(List.of("goods", "trains", "to run"), TextColumns.wrap("goods trains to run", 6));
    }

    @Test
    void a_word_wider_than_the_line_is_broken() {
        assertEquals(List.of("a", "abcd", "efgh", "ij k"), TextColumns.wrap("a abcdefghij k", 4));
    }

    @Test
    void wide_text_without_blanks_is_broken_at_the_column() {
        assertEquals(List.of("马里", "政府", "宣"), TextColumns.wrap("马里政府宣", 5));
    }

    @Test
    void no_wrapped_line_is_wider_than_asked() {
        String text = "Ngọc Đào 马里政府 sells melons\tfor\n thirty years — «كل لتر» 🚢🚢🚢🚢🚢🚢";
        for (int width = 2; width < 40; width++) {
            for (String line : TextColumns.wrap(text, width)) {
                assertTrue(TextColumns.width(line) <= width, line + " is wider than " + width);
            }
        }
    }

    @Test
    void empty_text_is_one_empty_line() {
        assertEquals(List.of(""), TextColumns.wrap("", 10));
        assertEquals(List.of(""), TextColumns.wrap(" \n ", 10));
    }

    @Test
    void escape_sequences_and_direction_overrides_do_not_reach_the_terminal() {
        assertEquals("[31mred ltr", TextColumns.oneLine("\u001b[31mred \u202eltr\u0007"));
    }

    @Test
    void padding_counts_columns_not_characters() {
        assertEquals("马里  |", TextColumns.pad("马里", 6) + "|");
        assertEquals("longer", TextColumns.pad("longer", 3));
    }
}
