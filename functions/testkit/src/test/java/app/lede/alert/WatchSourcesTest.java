package app.lede.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.api.FilterParameters;
import app.lede.hash.Digest;
import app.lede.pipeline.JobQueue;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.search.ArticleWalk;
import app.lede.search.NewestFirst;
import app.lede.source.Etiquette;
import app.lede.source.Fault;
import app.lede.source.Poll;
import app.lede.source.PublicationFrequency;
import app.lede.source.PublisherHints;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import app.lede.source.Validators;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.InMemorySourceAlerts;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchSourcesTest {

    private static final Webhook WEBHOOK = new Webhook("https://hooks.example.org/", "whsec_c2VjcmV0");
    private static final SourceId DAILY = SourceId.ofUrl("https://daily.example.org/feed");
    private static final SourceId OTHER = SourceId.ofUrl("https://other.example.org/feed");
    /** The last day with news. */
    private static final int LAST = 60;

    private InMemoryArticles articles = new InMemoryArticles();
    private InMemorySources sources = new InMemorySources();
    private InMemorySavedSearches searches = new InMemorySavedSearches();
    private InMemorySourceAlerts alerts = new InMemorySourceAlerts();
    private InMemoryQueue<AlertJob> queue = new InMemoryQueue<>();

    @Test
    void a_silence_and_its_end_are_told_once_each_in_the_feed_and_to_webhooks() {
        daily("https://daily.example.org/feed");
        save("all", "", WEBHOOK);
        for (int day = LAST + 1; day < LAST + 40; day++) {
            poll(DAILY, 0, day);
            run(day);
            run(day);
        }
        poll(DAILY, 3, LAST + 40);
        run(LAST + 40);
        run(LAST + 41);
        assertEquals(List.of("resumed", "silent"), kinds());
        SourceAlert silent = alerts.page(null, 10).getLast();
        assertEquals(DAILY, silent.source());
        assertEquals(day(LAST), silent.since());
        assertEquals("nothing-new", silent.reason());
        assertEquals(day(LAST + 40), alerts.page(null, 10).getFirst().at());
        assertEquals(
                List.of(AlertJob.Kind.SOURCE_SILENT, AlertJob.Kind.SOURCE_RESUMED),
                queue.jobs().stream().map(AlertJob::kind).toList());
        assertEquals(silent, queue.jobs().getFirst().source());
    }

    @Test
    void the_silence_stands_in_the_source_while_it_lasts() {
        daily("https://daily.example.org/feed");
        poll(DAILY, 0, LAST + 30);
        run(LAST + 30);
        assertTrue(sources.get(DAILY).orElseThrow().silence() != null);
        poll(DAILY, 1, LAST + 31);
        run(LAST + 31);
        assertTrue(sources.get(DAILY).orElseThrow().silence() == null);
    }

    @Test
    void a_second_silence_is_told_again() {
        daily("https://daily.example.org/feed");
        for (int times = 1; times <= 2; times++) {
            poll(DAILY, 0, LAST + 60 * times);
            run(LAST + 60 * times);
            poll(DAILY, 1, LAST + 60 * times + 1);
            run(LAST + 60 * times + 1);
        }
        assertEquals(List.of("resumed", "silent", "resumed", "silent"), kinds());
    }

    @Test
    void only_searches_for_this_source_with_a_webhook_are_told() {
        daily("https://daily.example.org/feed");
        SavedSearch named = save("named", "source=" + DAILY, WEBHOOK);
        save("other", "source=" + OTHER, WEBHOOK);
        save("without", "", null);
        searches.add(new SavedSearch(
                new SearchId(Digest.base32("articles")), "articles", "", Samples.NOON, "0", WEBHOOK, 0, false));
        poll(DAILY, 0, LAST + 30);
        run(LAST + 30);
        assertEquals(
                List.of(named.id()), queue.jobs().stream().map(AlertJob::search).toList());
    }

    @Test
    void a_crash_at_any_step_loses_no_alert_and_doubles_none() {
        for (int step = 1; step < 24; step++) {
            sources = new InMemorySources();
            alerts = new InMemorySourceAlerts();
            searches = new InMemorySavedSearches();
            queue = new InMemoryQueue<>();
            daily("https://daily.example.org/feed");
            save("all", "", WEBHOOK);
            poll(DAILY, 0, LAST + 30);
            Crashes crashes = Crashes.atStep(step);
            boolean unused = crashes.during(() -> {
                step(crashes).run(day(LAST + 30), () -> true);
                step(crashes).run(day(LAST + 30), () -> true);
                poll(DAILY, 1, LAST + 31);
                step(crashes).run(day(LAST + 31), () -> true);
            });
            run(LAST + 31);
            poll(DAILY, 1, LAST + 32);
            run(LAST + 32);
            assertEquals(List.of("resumed", "silent"), kinds(), "after a crash at step " + step);
            Set<String> ids = new HashSet<>();
            queue.jobs().forEach(job -> ids.add(job.kind() + job.id()));
            assertEquals(2, ids.size(), "after a crash at step " + step);
        }
    }

    @Test
    void a_source_that_breaks_is_counted_and_keeps_no_other_from_its_alert() {
        daily("https://daily.example.org/feed");
        daily("https://other.example.org/feed");
        poll(DAILY, 0, LAST + 30);
        poll(OTHER, 0, LAST + 30);
        WatchSources.Round round = step(Crashes.atStep(3)).run(day(LAST + 30), () -> true);
        assertEquals(1, round.failed());
        assertEquals(1, round.told());
        assertTrue(String.valueOf(round.cause()).contains("crashed"), String.valueOf(round.cause()));
        run(LAST + 30);
        assertEquals(List.of("silent", "silent"), kinds());
    }

    @Test
    void a_source_that_is_removed_meanwhile_is_not_told_of() {
        daily("https://daily.example.org/feed");
        poll(DAILY, 0, LAST + 30);
        WatchSources watch = new WatchSources(
                new InMemorySources(),
                sources,
                alerts,
                searches,
                ArticleWalk.byArrival(new NewestFirst(articles)),
                FilterParameters::kept,
                queue);
        assertEquals(0, watch.run(day(LAST + 30), () -> true).told());
    }

    @Test
    void arrivals_are_expected_since_the_newest_article_from_sources_that_are_neither_paused_nor_silent() {
        daily("https://daily.example.org/feed");
        articles.offer(Samples.article("https://daily.example.org/1", "words", day(LAST)));
        assertEquals(4, expected(LAST + 4), 0.3);
        sources.change(DAILY, Source::paused);
        assertEquals(0, expected(LAST + 4));
        sources.change(DAILY, source -> source.resumed(day(LAST + 4)));
        poll(DAILY, 0, LAST + 40);
        run(LAST + 40);
        assertEquals(0, expected(LAST + 40));
    }

    @Test
    void an_outage_of_our_own_network_is_told_of_no_source_until_it_is_over_for_others() {
        for (int i = 0; i < 6; i++) {
            daily("https://news.example.org/" + i);
            fail(SourceId.ofUrl("https://news.example.org/" + i), "dns", LAST + 30);
        }
        WatchSources.Round out = run(LAST + 30);
        assertEquals(0, out.told());
        assertEquals(6, out.held());
        assertEquals(WatchSources.End.OUTAGE, out.end());
        daily("https://daily.example.org/feed");
        poll(DAILY, 1, LAST + 30);
        WatchSources.Round over = run(LAST + 30);
        assertEquals(6, over.told());
        assertEquals(0, over.held());
        assertEquals(WatchSources.End.WATCHED, over.end());
        assertEquals("errors", alerts.page(null, 1).getFirst().reason());
    }

    @Test
    void sources_that_refuse_us_are_told_however_many_they_are() {
        for (int i = 0; i < 6; i++) {
            daily("https://news.example.org/" + i);
            fail(SourceId.ofUrl("https://news.example.org/" + i), "refused", LAST + 30);
        }
        assertEquals(6, run(LAST + 30).told());
    }

    @Test
    void nothing_is_expected_of_an_empty_stack_and_of_new_sources() {
        assertEquals(0, expected(LAST));
        sources.add(Source.added(OTHER, "https://other.example.org/feed", null, day(0)));
        poll(OTHER, 5, 1);
        assertEquals(0, expected(LAST));
    }

    @Test
    void without_time_to_read_all_sources_the_round_is_incomplete_and_expects_nothing() {
        daily("https://daily.example.org/feed");
        WatchSources.Round round = step(Crashes.never()).run(day(LAST), () -> false);
        assertEquals(WatchSources.End.INCOMPLETE, round.end());
        assertEquals(0, round.looked());
        assertNull(round.expected());
    }

    @Test
    void rounds_with_time_for_one_source_tell_of_all_of_them_and_know_the_arrivals_expected_of_each() {
        daily("https://daily.example.org/feed");
        for (int i = 0; i < 3; i++) {
            daily("https://news.example.org/" + i);
            fail(SourceId.ofUrl("https://news.example.org/" + i), "refused", LAST + 30);
        }
        poll(DAILY, 0, LAST + 30);
        for (int told = 1; told <= 4; told++) {
            AtomicInteger left = new AtomicInteger(2); // One to read the sources, one to tell of a source.
            WatchSources.Round round = step(Crashes.never()).run(day(LAST + 30), () -> left.getAndDecrement() > 0);
            assertEquals(4, round.looked());
            assertNotNull(round.expected());
            assertEquals(told < 4 ? WatchSources.End.INCOMPLETE : WatchSources.End.WATCHED, round.end());
            assertEquals(told, kinds().size());
        }
    }

    @Test
    void a_saved_search_that_cannot_be_read_is_counted_and_keeps_no_other_from_its_alert() {
        daily("https://daily.example.org/feed");
        SavedSearch broken = save("broken", "no filter at all", WEBHOOK);
        SavedSearch sound = save("sound", "", WEBHOOK);
        poll(DAILY, 0, LAST + 30);
        WatchSources.Round round = run(LAST + 30);
        assertEquals(1, round.told());
        assertEquals(1, round.failed());
        assertTrue(String.valueOf(round.cause()).contains(broken.id().toString()), String.valueOf(round.cause()));
        assertEquals(
                List.of(sound.id()), queue.jobs().stream().map(AlertJob::search).toList());
    }

    private WatchSources.Round run(int day) {
        return step(Crashes.never()).run(day(day), () -> true);
    }

    private double expected(int day) {
        return Objects.requireNonNull(run(day).expected());
    }

    @SuppressWarnings("unchecked")
    private WatchSources step(Crashes crashes) {
        return new WatchSources(
                crashes.around(SourceStore.class, sources),
                sources,
                crashes.around(SourceAlerts.class, alerts),
                crashes.around(SavedSearches.class, searches),
                ArticleWalk.byArrival(new NewestFirst(articles)),
                FilterParameters::kept,
                crashes.around(JobQueue.class, queue));
    }

    private List<String> kinds() {
        return alerts.page(null, 10).stream().map(alert -> alert.kind().label()).toList();
    }

    private SavedSearch save(String name, String filter, @Nullable Webhook webhook) {
        SavedSearch search = SavedSearch.ofSources(
                new SearchId(Digest.base32(name)), name, filter, Samples.NOON, Digest.hex(name), webhook);
        searches.add(search);
        return search;
    }

    /** Adds a source with news each day. */
    private void daily(String url) {
        SourceId id = SourceId.ofUrl(url);
        sources.add(Source.added(id, url, null, day(0)));
        for (int day = 0; day <= LAST; day++) {
            poll(id, 1, day);
        }
    }

    private void poll(SourceId id, int found, int day) {
        Poll.Answered answer =
                new Poll.Answered(Validators.NONE, PublisherHints.NOTHING, Etiquette.ofBody(1, 1_000), null);
        Poll read = new Poll.Read(answer, PublicationFrequency.UNKNOWN, found, 0, "News");
        sources.change(id, source -> source.after(read, day(day), day(day)));
    }

    private void fail(SourceId id, String outcome, int day) {
        Fault fault = new Fault(day(day), outcome, "it fails");
        Poll failed = new Poll.Failed(fault, Fault.Weight.SOFT, null);
        sources.change(id, source -> source.after(failed, day(day), day(day)));
    }

    private static Instant day(int days) {
        return Samples.NOON.plus(Duration.ofDays(days));
    }
}
