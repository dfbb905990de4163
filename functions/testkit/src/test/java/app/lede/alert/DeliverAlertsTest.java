package app.lede.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.FilterParameters;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.hash.Digest;
import app.lede.pipeline.JobQueue;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.search.ArticleWalk;
import app.lede.search.Change;
import app.lede.search.ChangesInOrder;
import app.lede.search.NewestFirst;
import app.lede.search.SearchDocument;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDigests;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliverAlertsTest {

    private static final Webhook WEBHOOK = new Webhook("https://hooks.example.org/", "whsec_c2VjcmV0");

    private final InMemorySearchIndex search = new InMemorySearchIndex();
    private InMemoryArticles articles = new InMemoryArticles();
    private InMemorySavedSearches searches = new InMemorySavedSearches();
    private InMemoryQueue<AlertJob> queue = new InMemoryQueue<>();

    @Test
    void new_articles_are_sent_once_and_earliest_first() {
        SavedSearch search = save("all", "", WEBHOOK, 0);
        arrive(0, Duration.ofSeconds(-5));
        arrive(1, Duration.ofMinutes(1));
        arrive(2, Duration.ofMinutes(2));
        run(Duration.ofMinutes(3));
        run(Duration.ofMinutes(3));
        assertEquals(List.of(ids(1, 2)), sent(search));
        arrive(3, Duration.ofMinutes(4));
        run(Duration.ofMinutes(5));
        run(Duration.ofMinutes(6));
        assertEquals(List.of(ids(1, 2), ids(3)), sent(search));
    }

    @Test
    void an_article_is_sent_only_when_those_before_it_are_surely_listed() {
        SavedSearch search = save("all", "", WEBHOOK, 0);
        run(Duration.ofSeconds(1));
        arrive(1, Duration.ofMinutes(1));
        run(Duration.ofMinutes(1).plusSeconds(9));
        assertEquals(List.of(), sent(search));
        arrive(2, Duration.ofMinutes(1).minusMillis(1));
        run(Duration.ofMinutes(1).plusSeconds(11));
        assertEquals(List.of(ids(2, 1)), sent(search));
    }

    @Test
    void only_what_matches_is_sent_and_only_to_searches_with_a_webhook() {
        SavedSearch german = save("german", "lang=de", WEBHOOK, 0);
        SavedSearch french = save("french", "lang=fr", WEBHOOK, 0);
        SavedSearch quiet = save("quiet", "", null, 0);
        run(Duration.ofSeconds(1));
        arrive(1, Duration.ofMinutes(1));
        run(Duration.ofMinutes(2));
        assertEquals(List.of(ids(1)), sent(german));
        assertEquals(List.of(), sent(french));
        assertEquals(List.of(), sent(quiet));
    }

    @Test
    void articles_of_a_backfill_are_not_told_of_and_end_no_silence() {
        SavedSearch search = save("edits of all", "", WEBHOOK, 2);
        run(Duration.ofSeconds(1));
        Article old = Samples.article("https://news.example.org/1", "words 1", at(Duration.ofMinutes(1)));
        articles.offer(
                old.withProvenance(old.provenance().toBuilder().backfilled(true).build()));
        arrive(2, Duration.ofMinutes(2));
        run(Duration.ofMinutes(3));
        Article revised = Samples.article("https://news.example.org/1", "other words", at(Duration.ofMinutes(60)));
        articles.offer(revised.withProvenance(
                revised.provenance().toBuilder().backfilled(true).build()));
        run(Duration.ofMinutes(62));
        assertEquals(List.of(ids(2)), sent(search));
        run(Duration.ofMinutes(123));
        assertEquals(AlertJob.Kind.SILENT, queue.jobs().getLast().kind());
    }

    @Test
    void a_flood_is_sent_a_hundred_at_a_time_without_loss() {
        SavedSearch search = save("all", "", WEBHOOK, 0);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            arrive(i, Duration.ofSeconds(i + 1));
            expected.add(id(i));
        }
        for (int minute = 10; minute < 15; minute++) {
            run(Duration.ofMinutes(minute));
        }
        assertEquals(
                List.of(100, 100, 50), sent(search).stream().map(List::size).toList());
        assertEquals(expected, sent(search).stream().flatMap(List::stream).toList());
    }

    @Test
    void a_crash_at_any_step_loses_nothing_and_repeats_an_alert_under_its_own_id() {
        boolean crashed = true;
        int step = 1;
        for (; crashed; step++) {
            articles = new InMemoryArticles();
            searches = new InMemorySavedSearches();
            queue = new InMemoryQueue<>();
            save("all", "", WEBHOOK, 0);
            arrive(1, Duration.ofMinutes(1));
            Crashes crashes = Crashes.atStep(step);
            crashed = crashes.during(() -> {
                step(crashes).run(at(Duration.ofMinutes(2)), () -> true);
                step(crashes).run(at(Duration.ofMinutes(3)), () -> true);
            });
            arrive(2, Duration.ofMinutes(3));
            run(Duration.ofMinutes(4));
            run(Duration.ofMinutes(5));
            run(Duration.ofMinutes(6));
            Set<String> alerts = new HashSet<>();
            Set<String> found = new HashSet<>();
            queue.jobs().forEach(job -> {
                alerts.add(job.id());
                found.addAll(job.articles());
            });
            assertEquals(Set.of(id(1), id(2)), found, "after a crash at step " + step);
            long pairs = queue.jobs().stream()
                    .map(job -> job.id() + job.articles())
                    .distinct()
                    .count();
            assertEquals(alerts.size(), pairs, "an id with two contents after a crash at step " + step);
        }
        assertTrue(step > 10, "only " + step + " steps");
    }

    @Test
    void the_failure_of_one_search_is_counted_and_keeps_no_other_from_its_alerts() {
        save("broken", "lang=this is no filter", WEBHOOK, 0);
        SavedSearch sound = save("sound", "", WEBHOOK, 0);
        run(Duration.ofSeconds(1));
        arrive(1, Duration.ofMinutes(1));
        DeliverAlerts.Round round = step(Crashes.never()).run(at(Duration.ofMinutes(2)), () -> true);
        assertEquals(1, round.failed());
        assertTrue(String.valueOf(round.cause()).contains("not a filter"), String.valueOf(round.cause()));
        assertEquals(List.of(ids(1)), sent(sound));
    }

    @Test
    void a_silence_is_told_once_until_an_article_ends_it() {
        SavedSearch search = save("all", "", WEBHOOK, 2);
        run(Duration.ofSeconds(1));
        run(Duration.ofMinutes(119));
        assertEquals(List.of(), queue.jobs());
        run(Duration.ofMinutes(121));
        run(Duration.ofMinutes(122));
        assertEquals(1, queue.jobs().size());
        AlertJob silent = queue.jobs().getFirst();
        assertEquals(AlertJob.Kind.SILENT, silent.kind());
        assertEquals("2026-01-02T12:00:00.000Z", silent.since());
        arrive(1, Duration.ofMinutes(130));
        run(Duration.ofMinutes(131));
        run(Duration.ofMinutes(251));
        assertEquals(
                List.of(AlertJob.Kind.SILENT, AlertJob.Kind.MATCHED, AlertJob.Kind.SILENT),
                queue.jobs().stream().map(AlertJob::kind).toList());
        assertEquals(
                List.of(ids(1)),
                sent(search).stream().filter(ids -> !ids.isEmpty()).toList());
    }

    @Test
    void words_are_looked_for_when_the_search_index_has_surely_caught_up() {
        SavedSearch saved = save("dams", "q=dam", WEBHOOK, 0);
        run(Duration.ofSeconds(1));
        arrive(1, Duration.ofMinutes(1));
        arrive(2, Duration.ofMinutes(2));
        run(Duration.ofMinutes(4));
        search.apply(List.of(new Change.Put(
                SearchDocument.of(articles.get(new ArticleId(id(1))).orElseThrow(), "The dam holds."))));
        run(Duration.ofMinutes(5));
        assertEquals(List.of(), sent(saved));
        run(Duration.ofMinutes(8));
        run(Duration.ofMinutes(9));
        assertEquals(List.of(ids(1)), sent(saved));
    }

    @Test
    void a_new_revision_of_a_matching_article_is_told_once_to_who_wants_edits() {
        SavedSearch edits = save("edits", "lang=de", WEBHOOK, 0);
        SavedSearch plain = save("plain", "lang=de", WEBHOOK, 0);
        save("edits in French", "lang=fr", WEBHOOK, 0);
        run(Duration.ofSeconds(1));
        arrive(1, Duration.ofMinutes(1));
        arrive(2, Duration.ofMinutes(1));
        run(Duration.ofMinutes(2));
        articles.offer(Samples.article("https://news.example.org/1", "other words", at(Duration.ofMinutes(10))));
        run(Duration.ofMinutes(10));
        assertEquals(List.of(), edited());
        run(Duration.ofMinutes(11));
        run(Duration.ofMinutes(12));
        assertEquals(List.of(ids(1)), edited().stream().map(AlertJob::articles).toList());
        assertEquals(edits.id(), edited().getFirst().search());
        assertEquals(1, sent(plain).size());
    }

    private List<AlertJob> edited() {
        return queue.jobs().stream()
                .filter(job -> job.kind() == AlertJob.Kind.EDITED)
                .toList();
    }

    @Test
    void a_deleted_search_is_looked_at_no_more() {
        SavedSearch search = save("all", "", WEBHOOK, 0);
        run(Duration.ofSeconds(1));
        searches.remove(search.id());
        arrive(1, Duration.ofMinutes(1));
        run(Duration.ofMinutes(2));
        assertEquals(List.of(), queue.jobs());
    }

    private void run(Duration after) {
        step(Crashes.never()).run(at(after), () -> true);
    }

    @SuppressWarnings("unchecked")
    private DeliverAlerts step(Crashes crashes) {
        return new DeliverAlerts(
                crashes.around(SavedSearches.class, searches),
                crashes.around(AlertStates.class, searches),
                ArticleWalk.of(new NewestFirst(articles), Optional.of(search)),
                new ChangesInOrder(articles),
                crashes.around(ArticleStore.class, articles),
                FilterParameters::kept,
                crashes.around(JobQueue.class, queue),
                new InMemoryDigests());
    }

    private static Instant at(Duration after) {
        return Samples.NOON.plus(after);
    }

    private SavedSearch save(String name, String filter, @Nullable Webhook webhook, int silenceHours) {
        SavedSearch search = new SavedSearch(
                new SearchId(Digest.base32(name)),
                name,
                filter,
                Samples.NOON,
                Digest.hex(name),
                webhook,
                silenceHours,
                name.startsWith("edits"));
        searches.add(search);
        return search;
    }

    private void arrive(int number, Duration after) {
        articles.offer(Samples.article("https://news.example.org/" + number, "words " + number, at(after)));
    }

    private static String id(int number) {
        return ArticleId.ofUrl("https://news.example.org/" + number).value();
    }

    private static List<String> ids(int... numbers) {
        List<String> ids = new ArrayList<>();
        for (int number : numbers) {
            ids.add(id(number));
        }
        return ids;
    }

    private List<List<String>> sent(SavedSearch search) {
        return queue.jobs().stream()
                .filter(job -> job.search().equals(search.id()))
                .map(AlertJob::articles)
                .toList();
    }
}
