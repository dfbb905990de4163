package app.lede.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.FilterParameters;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.hash.Digest;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.search.ArticleWalk;
import app.lede.search.ChangesInOrder;
import app.lede.search.NewestFirst;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDigests;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliverDigestTest {

    private static final DigestSchedule HOURLY = new DigestSchedule(DigestSchedule.Every.HOUR, "00:00", "UTC");
    private static final DigestSchedule DAILY =
            new DigestSchedule(DigestSchedule.Every.DAY, "13:30", "Europe/Paris"); // 12:30 UTC in winter.

    private InMemoryArticles articles = new InMemoryArticles();
    private InMemorySavedSearches searches = new InMemorySavedSearches();
    private InMemoryDigests digests = new InMemoryDigests();

    @Test
    void a_digest_is_published_once_when_it_is_due_and_every_article_is_surely_listed() {
        SavedSearch search = save("Mali", "lang=de", DAILY);
        arrive(1, Duration.ofMinutes(1));
        run(Duration.ofMinutes(29));
        run(Duration.ofMinutes(30).plusSeconds(9));
        assertEquals(List.of(), digests.published());
        run(Duration.ofMinutes(30).plusSeconds(10));
        run(Duration.ofMinutes(31));
        run(Duration.ofHours(20));
        assertEquals(1, digests.published().size());
        DigestMessage digest = digests.published().getFirst();
        assertEquals(search.id(), digest.search());
        assertEquals("Mali: 1 new article", digest.subject());
        assertTrue(digest.text().contains("2026-01-02 13:00 to 2026-01-02 13:30 (Europe/Paris)"), digest.text());
    }

    @Test
    void each_article_is_in_the_digest_of_its_period_latest_first() {
        save("all", "", HOURLY);
        arrive(1, Duration.ofMinutes(10));
        arrive(2, Duration.ofMinutes(20));
        arrive(3, Duration.ofMinutes(60));
        run(Duration.ofMinutes(61));
        run(Duration.ofMinutes(121));
        List<String> texts =
                digests.published().stream().map(DigestMessage::text).toList();
        assertEquals(2, texts.size());
        assertTrue(texts.get(0).indexOf("words 2") < texts.get(0).indexOf("words 1"), texts.get(0));
        assertTrue(texts.get(0).contains("https://news.example.org/1"), texts.get(0));
        assertFalse(texts.get(0).contains("words 3"), texts.get(0));
        assertTrue(texts.get(1).contains("words 3"), texts.get(1));
    }

    @Test
    void periods_without_articles_are_told_by_none_and_those_missed_are_told_in_one() {
        save("all", "", HOURLY);
        run(Duration.ofMinutes(61));
        assertEquals(List.of(), digests.published());
        arrive(1, Duration.ofHours(2));
        arrive(2, Duration.ofHours(4));
        run(Duration.ofHours(7));
        assertEquals(
                List.of("all: 2 new articles"),
                digests.published().stream().map(DigestMessage::subject).toList());
    }

    @Test
    void only_what_matches_is_told_and_a_search_without_a_schedule_tells_nothing() {
        save("French", "lang=fr", HOURLY);
        searches.add(search("none", ""));
        arrive(1, Duration.ofMinutes(1));
        run(Duration.ofMinutes(61));
        assertEquals(List.of(), digests.published());
    }

    @Test
    void a_crash_at_any_step_loses_no_article_and_repeats_a_digest_under_its_own_id() {
        boolean crashed = true;
        int step = 1;
        for (; crashed; step++) {
            articles = new InMemoryArticles();
            searches = new InMemorySavedSearches();
            digests = new InMemoryDigests();
            save("all", "", HOURLY);
            arrive(1, Duration.ofMinutes(1));
            Crashes crashes = Crashes.atStep(step);
            crashed = crashes.during(() -> step(crashes).run(Samples.NOON.plus(Duration.ofMinutes(61)), () -> true));
            arrive(2, Duration.ofMinutes(100));
            run(Duration.ofMinutes(121));
            run(Duration.ofMinutes(122));
            Map<String, String> texts = new HashMap<>();
            for (DigestMessage digest : digests.published()) {
                String before = texts.put(digest.id(), digest.text());
                assertTrue(before == null || before.equals(digest.text()), "after a crash at step " + step);
            }
            String all = String.join("\n", texts.values());
            assertTrue(all.contains("words 1") && all.contains("words 2"), "after a crash at step " + step);
        }
        assertTrue(step > 8, "only " + step + " steps");
    }

    @Test
    void two_calls_at_once_publish_one_digest() {
        save("all", "", HOURLY);
        arrive(1, Duration.ofMinutes(1));
        Instant now = Samples.NOON.plus(Duration.ofMinutes(61));
        // The second call runs while the first has read the state and not yet replaced it.
        AlertStates racing = new AlertStates() {
            private boolean raced;

            @Override
            public Optional<AlertState> state(SearchId id, Watch watch) {
                Optional<AlertState> state = searches.state(id, watch);
                if (!raced) {
                    raced = true;
                    run(Duration.ofMinutes(61));
                }
                return state;
            }

            @Override
            public boolean replace(SearchId id, Watch watch, @Nullable AlertState before, AlertState after) {
                return searches.replace(id, watch, before, after);
            }
        };
        deliver(searches, racing, articles, digests).run(now, () -> true);
        assertEquals(1, digests.published().size());
    }

    @Test
    void a_digest_of_many_articles_is_cut_and_says_so() {
        save("all", "", HOURLY);
        for (int i = 0; i < 230; i++) {
            arrive(i, Duration.ofSeconds(i));
        }
        run(Duration.ofMinutes(61));
        DigestMessage digest = digests.published().getFirst();
        assertEquals("all: 230 new articles", digest.subject());
        assertTrue(digest.text().endsWith("and 30 more\n"), digest.text());
        assertTrue(digest.text().length() < Digests.MOST_BYTES);
    }

    @Test
    void a_deleted_article_is_not_told() {
        save("all", "", HOURLY);
        arrive(1, Duration.ofMinutes(1));
        articles.delete(ArticleId.ofUrl("https://news.example.org/1"), Samples.NOON.plusSeconds(100));
        run(Duration.ofMinutes(61));
        assertEquals(List.of(), digests.published());
    }

    private void run(Duration after) {
        step(Crashes.never()).run(Samples.NOON.plus(after), () -> true);
    }

    private DeliverAlerts step(Crashes crashes) {
        return deliver(
                crashes.around(SavedSearches.class, searches),
                crashes.around(AlertStates.class, searches),
                crashes.around(ArticleStore.class, articles),
                crashes.around(Digests.class, digests));
    }

    private DeliverAlerts deliver(SavedSearches saved, AlertStates states, ArticleStore store, Digests publisher) {
        return new DeliverAlerts(
                saved,
                states,
                ArticleWalk.byArrival(new NewestFirst(articles)),
                new ChangesInOrder(articles),
                store,
                FilterParameters::kept,
                new InMemoryQueue<>(),
                publisher);
    }

    private SavedSearch save(String name, String filter, DigestSchedule schedule) {
        SavedSearch search = search(name, filter).withDigest(schedule);
        searches.add(search);
        return search;
    }

    private static SavedSearch search(String name, String filter) {
        return new SavedSearch(
                new SearchId(Digest.base32(name)), name, filter, Samples.NOON, Digest.hex(name), null, 0, false);
    }

    private void arrive(int number, Duration after) {
        articles.offer(
                Samples.article("https://news.example.org/" + number, "words " + number, Samples.NOON.plus(after)));
    }
}
