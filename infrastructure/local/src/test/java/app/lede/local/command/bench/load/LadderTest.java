package app.lede.local.command.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private final Ladder ladder = new Ladder(1_003, 7, 4);

    @Test
    void steps_share_all_articles_and_grow() {
        int sum = 0;
        for (int step = 0; step < ladder.steps(); step++) {
            sum += ladder.articles(step);
            assertTrue(step == 0 || ladder.articles(step) > ladder.articles(step - 1));
            assertEquals(1 << step, ladder.clients(step));
        }
        assertEquals(1_003, sum);
    }

    @Test
    void newspapers_publish_exactly_the_polled_articles_and_what_is_known_before() {
        List<Press.Newspaper> papers = Load.papers(ladder, START);
        assertEquals(
                ladder.polled() + ladder.known(),
                papers.stream().mapToInt(paper -> paper.published().size()).sum());
        assertEquals(
                ladder.known(),
                papers.stream().mapToInt(paper -> paper.entries(START)).sum());
    }
}
