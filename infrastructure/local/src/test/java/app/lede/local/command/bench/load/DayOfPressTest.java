package app.lede.local.command.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayOfPressTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private final List<Press.Newspaper> papers = DayOfPress.of(200, 5, START, Duration.ofHours(24));

    @Test
    void the_same_seed_gives_the_same_press() {
        assertEquals(papers, DayOfPress.of(200, 5, START, Duration.ofHours(24)));
    }

    @Test
    void entries_have_numbers_of_their_own_and_ascend_until_the_end() {
        int next = 0;
        for (Press.Newspaper paper : papers) {
            assertEquals(next, paper.first());
            assertEquals(paper.published().stream().sorted().toList(), paper.published());
            assertTrue(paper.published().getLast().isBefore(START.plus(Duration.ofHours(24))));
            next += paper.published().size();
        }
    }

    @Test
    void two_hundred_newspapers_publish_some_two_thousand_entries_a_day_and_some_feeds_are_broken() {
        int today = papers.stream()
                .mapToInt(paper -> paper.published().size() - paper.entries(START))
                .sum();
        assertTrue(today > 1_000 && today < 4_000, () -> today + " entries");
        assertTrue(papers.stream().anyMatch(paper -> paper.status() == 404));
    }
}
