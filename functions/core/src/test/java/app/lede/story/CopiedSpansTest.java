package app.lede.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopiedSpansTest {

    private static String cut(String text, int start, int end) {
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static List<String> passages(String copy, String source) {
        return CopiedSpans.between(copy, source).stream()
                .map(span -> cut(copy, span.copy().start(), span.copy().end()))
                .toList();
    }

    @Test
    void passages_are_found_wherever_they_stand_in_the_source() {
        String source =
                "🚢 The ferry left at dawn with forty goats. Nobody had asked them. The sea was flat as a plate.";
        String copy =
                "Goats at sea! “The sea was flat as a plate”, they say; the FERRY left at dawn with forty goats 🐐.";
        assertEquals(
                List.of("The sea was flat as a plate", "the FERRY left at dawn with forty goats"),
                passages(copy, source));
        CopiedSpan first = CopiedSpans.between(copy, source).getFirst();
        assertEquals(
                "The sea was flat as a plate",
                cut(source, first.source().start(), first.source().end()));
    }

    @Test
    void three_words_in_common_are_no_copy() {
        assertEquals(List.of(), passages("The ferry left yesterday, empty.", "The ferry left at dawn."));
    }

    @Test
    void scripts_without_spaces_are_compared_by_characters() {
        assertEquals(List.of("长河大桥今天上午通车"), passages("市长说长河大桥今天上午通车了", "青石镇长河大桥今天上午通车"));
    }

    @Test
    void hostile_texts_take_linear_time() {
        String same = "a b ".repeat(30_000);
        assertTrue(CopiedSpans.between(same, same).size() <= Shingles.MOST_TOKENS);
        assertEquals(List.of(), CopiedSpans.between("", same));
        assertEquals(List.of(), CopiedSpans.between("\ud800", "\udc00"));
    }
}
