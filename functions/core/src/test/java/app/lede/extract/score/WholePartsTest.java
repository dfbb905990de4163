package app.lede.extract.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import app.lede.extract.page.Passage;
import app.lede.extract.page.PassageReader;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Decides about headings with a score below one half, beside paragraphs above it. */
final class WholePartsTest {

    @Test
    void a_heading_between_kept_paragraphs_is_kept() {
        assertArrayEquals(
                new boolean[] {true, true, true},
                decided("<p>The mill closed.</p><h2>Who pays</h2><p>The council pays.</p>", 1));
    }

    @Test
    void of_several_headings_the_last_two_are_kept() {
        assertArrayEquals(
                new boolean[] {true, false, true, true, true},
                decided(
                        "<p>The mill closed.</p><h2>More</h2><h2>Money</h2><h3>Who pays</h3><p>The council pays.</p>",
                        1,
                        2,
                        3));
    }

    @Test
    void a_heading_above_the_first_paragraph_is_left_to_its_score() {
        assertArrayEquals(new boolean[] {false, true}, decided("<h2>Who pays</h2><p>The council pays.</p>", 0));
    }

    @Test
    void a_heading_of_what_is_dropped_is_left_to_its_score() {
        assertArrayEquals(
                new boolean[] {true, false, false},
                decided("<p>The mill closed.</p><h2>Who pays</h2><p>Buy our mugs.</p>", 1, 2));
    }

    @Test
    void a_linked_heading_is_left_to_its_score() {
        assertArrayEquals(
                new boolean[] {true, false, true},
                decided("<p>The mill closed.</p><h2><a href=/x>Bridge opens</a></h2><p>The council pays.</p>", 1));
    }

    @Test
    void a_heading_in_a_part_of_its_own_is_left_to_its_score() {
        assertArrayEquals(
                new boolean[] {true, false, true},
                decided("<p>The mill closed.</p><div><h2>Mugs</h2></div><p>The council pays.</p>", 1));
        assertArrayEquals(
                new boolean[] {true, false, true},
                decided("<aside><p>The mill closed.</p><h2>Mugs</h2><p>The council pays.</p></aside>", 1));
    }

    @Test
    void a_list_that_a_paragraph_announces_is_kept() {
        assertArrayEquals(
                new boolean[] {true, true, true},
                decided("<p>The sale in brief:</p><ul><li>19 weavers</li><li>October</li></ul>", 1, 2));
        assertArrayEquals(
                new boolean[] {true, false, false},
                decided("<p>The mill was sold.</p><ul><li>19 weavers</li><li>October</li></ul>", 1, 2));
        assertArrayEquals(
                new boolean[] {true, false, false},
                decided(
                        "<p>Read more about it:</p><ul><li><a href=/x>Otters</a></li><li><a"
                                + " href=/y>Bridge</a></li></ul>",
                        1,
                        2));
        assertArrayEquals(
                new boolean[] {true, false},
                decided("<div><p>The sale in brief:</p></div><nav><ul><li>October</li></ul></nav>", 1));
        assertArrayEquals(
                new boolean[] {true, false},
                decided("<p>For questions please contact:</p><ul><li>Ines Lindqvist, 0301 555 1234</li></ul>", 1));
    }

    @Test
    void definitions_beside_a_paragraph_are_kept_and_labels_are_not() {
        assertArrayEquals(
                new boolean[] {true, true, true},
                decided("<p>The mill has two parts.</p><dl><dt>Hoist<dd>A wheel that lifts the sacks.</dl>", 1, 2));
        assertArrayEquals(
                new boolean[] {true, false, false},
                decided("<p>The mill has two parts.</p><dl><dt>Author<dd>Staff</dl>", 1, 2));
    }

    @Test
    void a_newsrooms_correction_beside_the_text_is_kept() {
        String note = "<p><em>Correction: An earlier version gave the wrong year.</em></p>";
        assertArrayEquals(new boolean[] {true, true}, decided("<p>The mill closed.</p>" + note, 1));
        assertArrayEquals(new boolean[] {true, true}, decided(note + "<p>The mill closed.</p>", 0));
        assertArrayEquals(
                new boolean[] {true, false}, decided("<p>The mill closed.</p><aside>" + note + "</aside>", 1));
        assertArrayEquals(
                new boolean[] {true, false},
                decided("<p>The mill closed.</p><p><a href=/c>Correction: name of the mayor in our report</a></p>", 1));
    }

    @Test
    void a_short_sentence_that_ends_the_text_is_kept() {
        assertArrayEquals(new boolean[] {true, true}, decided("<p>The mill closed.</p><p>She laughed.</p>", 1));
        assertArrayEquals(
                new boolean[] {true, false}, decided("<p>The mill closed.</p><p class=credit>She laughed.</p>", 1));
        assertArrayEquals(new boolean[] {true, false}, decided("<p>The mill closed.</p><p>Canal, weavers</p>", 1));
        assertArrayEquals(new boolean[] {true, false}, decided("<p>The mill closed.</p><p>© 2026 Courier.</p>", 1));
        assertArrayEquals(
                new boolean[] {true, false}, decided("<p>The mill closed.</p><footer><p>She laughed.</p></footer>", 1));
    }

    @Test
    void what_a_kept_question_unfolds_is_kept() {
        String details =
                "<details><summary>What happens to the sign?</summary><p>It stays above the door.</p></details>";
        assertArrayEquals(new boolean[] {true, true, true}, decided("<p>The mill closed.</p>" + details, 2));
        assertArrayEquals(new boolean[] {true, false, false}, decided("<p>The mill closed.</p>" + details, 1, 2));
        assertArrayEquals(
                new boolean[] {true, true, false},
                decided(
                        "<p>The mill closed.</p><details><summary>More</summary><p><a href=/x>Otters</a></p></details>",
                        2));
    }

    @Test
    void steps_below_a_heading_at_the_end_are_kept() {
        assertArrayEquals(
                new boolean[] {true, true, true, true},
                decided(
                        "<p>The mill makes bread.</p><h2>Method</h2><ol><li>Mix the flour with water.</li><li>Bake it"
                                + " for an hour.</li></ol>",
                        1,
                        2,
                        3));
        assertArrayEquals(
                new boolean[] {true, false, false},
                decided("<p>The mill makes bread.</p><ul><li>News</li><li>Sport</li></ul>", 1, 2));
    }

    @Test
    void a_list_is_kept_whole() {
        assertArrayEquals(
                new boolean[] {true, true, true, true},
                decided("<p>The mill makes bread.</p><ul><li>rye</li><li>spelt</li><li>oats</li></ul>", 1, 3));
    }

    private static boolean[] decided(String body, int... dropped) {
        List<Passage> passages = PassageReader.read(Jsoup.parse(body)).list();
        boolean[] kept = new boolean[passages.size()];
        double[] scores = new double[kept.length];
        Arrays.fill(kept, true);
        Arrays.fill(scores, 1);
        for (int i : dropped) {
            kept[i] = false;
            scores[i] = -1;
        }
        WholeParts.decide(passages, scores, kept);
        return kept;
    }
}
