package app.lede.extract.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Block.Kind;
import app.lede.extract.page.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    private static final List<Passage> TWO = List.of(
            Passage.plain(Kind.PARAGRAPH, "One two three four"), Passage.plain(Kind.PARAGRAPH, "Five six seven eight"));

    @Test
    void a_clear_page_asks_for_one_half() {
        double[] scores = {20, -20};
        assertArrayEquals(scores, Threshold.shifted(TWO, scores), 1e-6);
    }

    @Test
    void a_doubtful_page_keeps_the_likeliest_of_what_it_has() {
        double[] shifted = Threshold.shifted(TWO, new double[] {-1, -8});
        assertTrue(shifted[0] > 0);
        assertTrue(shifted[1] < 0);
    }

    @Test
    void a_page_on_which_nothing_is_likely_keeps_nothing() {
        double[] shifted = Threshold.shifted(TWO, new double[] {-2.5, -3});
        assertTrue(shifted[0] < 0);
    }

    @Test
    void order_and_distances_stay() {
        double[] shifted = Threshold.shifted(TWO, new double[] {0.5, -0.5});
        assertEquals(1, shifted[0] - shifted[1], 1e-9);
    }

    @Test
    void a_page_without_passages_has_none_to_keep() {
        assertArrayEquals(new double[0], Threshold.shifted(List.of(), new double[0]));
    }
}
