package app.lede.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.FilterParameters;
import app.lede.hash.Digest;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.search.ArticleWalk;
import app.lede.search.NewestFirst;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DryRunTest {

    private final InMemoryArticles articles = new InMemoryArticles();
    private final DryRun dryRun = new DryRun(ArticleWalk.byArrival(new NewestFirst(articles)), articles);

    @Test
    void the_articles_of_seven_days_are_named_with_the_conditions_that_they_meet() {
        arrive(0, Duration.ofSeconds(5));
        arrive(1, Duration.ofHours(1));
        arrive(2, Duration.ofDays(6));
        arrive(3, Duration.ofDays(8));
        DryRun.Outcome outcome =
                dryRun.run(FilterParameters.kept("lang=de&lang=en&country=ML&country=FR"), Samples.NOON);
        assertEquals(
                List.of("words 1", "words 2"),
                outcome.fired().stream()
                        .map(fired -> String.valueOf(fired.article().metadata().headline()))
                        .toList());
        assertEquals(
                List.of("lang=de", "country=ML"), outcome.fired().getFirst().because());
        assertTrue(outcome.complete());
    }

    @Test
    void a_search_without_conditions_gives_no_reasons_and_one_that_matches_nothing_no_articles() {
        arrive(1, Duration.ofHours(1));
        assertEquals(
                List.of(),
                dryRun.run(FilterParameters.kept(""), Samples.NOON)
                        .fired()
                        .getFirst()
                        .because());
        assertEquals(
                List.of(),
                dryRun.run(FilterParameters.kept("lang=fr"), Samples.NOON).fired());
    }

    @Test
    void the_digests_of_seven_days_are_told_with_what_each_would_have_held() {
        arrive(1, Duration.ofHours(1));
        arrive(2, Duration.ofHours(30));
        arrive(3, Duration.ofHours(31));
        SavedSearch search = new SavedSearch(
                new SearchId(Digest.base32("x")), "Mali", "lang=de", Samples.NOON, Digest.hex("x"), null, 0, false);
        List<DryRun.Planned> digests = DryRun.digests(
                search,
                new DigestSchedule(DigestSchedule.Every.DAY, "07:00", "UTC"),
                dryRun.run(FilterParameters.kept("lang=de"), Samples.NOON));
        assertEquals(
                List.of(
                        new DryRun.Planned(Instant.parse("2026-01-03T07:00:00Z"), "Mali: 1 new article", 1),
                        new DryRun.Planned(Instant.parse("2026-01-01T07:00:00Z"), "Mali: 2 new articles", 2)),
                digests);
    }

    private void arrive(int number, Duration ago) {
        articles.offer(
                Samples.article("https://news.example.org/" + number, "words " + number, Samples.NOON.minus(ago)));
    }
}
