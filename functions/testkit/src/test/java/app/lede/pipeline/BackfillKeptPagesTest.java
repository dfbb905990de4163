package app.lede.pipeline;

import static app.lede.pipeline.BackfillScenario.FEED;
import static app.lede.pipeline.BackfillScenario.ID;
import static app.lede.pipeline.BackfillScenario.SITE;
import static app.lede.pipeline.BackfillScenario.archived;
import static app.lede.pipeline.BackfillScenario.articles;
import static app.lede.pipeline.BackfillScenario.feed;
import static app.lede.pipeline.BackfillScenario.sitemap;
import static app.lede.pipeline.BackfillScenario.stories;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.backfill.ArticleOutcome;
import app.lede.backfill.Backfill;
import app.lede.backfill.Budget;
import app.lede.document.TraceId;
import app.lede.feed.FeedReader;
import app.lede.feed.FeedReading;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.UrlLedger;
import app.lede.testkit.Crashes;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackfillKeptPagesTest {

    private static final String WORDS =
            feed("", "30/f").replace("<pubDate>", "<description>The bay froze.</description><pubDate>");

    private final BackfillScenario past = new BackfillScenario();

    @Test
    void contents_of_entries_are_kept_where_a_deletion_of_their_article_finds_them() {
        past.web.page(FEED, WORDS);
        past.begin(new Budget(1, 10, null));
        past.walkUntilKept();
        assertFalse(text(past.kept().getFirst()).contains("froze"));
        String folder =
                "entries/" + CanonicalUrl.of(SITE + "/30/f").orElseThrow().sha256() + "/";
        List<String> contents = past.documents.entryKeys().stream()
                .filter(key -> key.startsWith(folder))
                .toList();
        assertEquals("The bay froze.", text(contents.getFirst()));
        assertEquals(
                articles(ArticleOutcome.SENT, 1), past.drain(Crashes.never()).articles());
        assertEquals(contents.getFirst(), past.fetches.jobs().getFirst().entry().content());
    }

    private String text(String key) {
        return new String(past.documents.entry(key).orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void a_cancelled_backfill_leaves_the_contents_of_sent_entries_alone() {
        String[] words =
                IntStream.range(0, 250).mapToObj(number -> "30/story-" + number).toArray(String[]::new);
        past.web.page(FEED, feed("", words).replace("<pubDate>", "<description>The bay froze.</description><pubDate>"));
        past.begin(new Budget(1, 1_000, null));
        past.walkUntilKept();
        while (past.fetches.jobs().isEmpty()) {
            past.takeNext();
        }
        int sent = past.fetches.jobs().size();
        assertTrue(past.runs.replace(past.runs.get(ID).orElseThrow().cancelled(past.now)));
        past.polls.send(List.of(PollJob.of(past.runs.get(ID).orElseThrow())));
        var unused = past.drain(Crashes.never());
        assertEquals(
                past.fetches.jobs().stream()
                        .map(job -> job.entry().content())
                        .collect(Collectors.toCollection(TreeSet::new)),
                past.documents.entryKeys());
        assertEquals(sent, past.documents.entryKeys().size());
    }

    @Test
    void the_contents_of_a_backfill_begun_after_a_cancelled_one_stay() {
        past.web.page(FEED, WORDS);
        past.begin(new Budget(1, 10, null));
        past.walkUntilKept();
        assertTrue(past.runs.replace(past.runs.get(ID).orElseThrow().cancelled(past.now)));
        PollJob late = PollJob.of(past.runs.get(ID).orElseThrow());
        past.polls.take();
        past.now = past.now.plusSeconds(60);
        past.begin(new Budget(1, 10, null));
        while (past.runs.get(ID).orElseThrow().phase() == Backfill.Phase.WALKING) {
            past.takeNext();
        }
        past.polls.send(List.of(late));
        var unused = past.drain(Crashes.never());
        String content = past.fetches.jobs().getFirst().entry().content();
        assertTrue(past.documents.entryKeys().contains(String.valueOf(content)));
    }

    private void cancel() {
        assertTrue(past.runs.replace(past.runs.get(ID).orElseThrow().cancelled(past.now)));
        past.polls.send(List.of(PollJob.of(past.runs.get(ID).orElseThrow())));
    }

    /** Returns the ledger, with something that happens before entries are marked as queued, but once they are sent. */
    private UrlLedger beforeMarks(Runnable other) {
        return (UrlLedger) Proxy.newProxyInstance(
                UrlLedger.class.getClassLoader(), new Class<?>[] {UrlLedger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("queued")) {
                        other.run();
                    }
                    return method.invoke(past.ledger, arguments);
                });
    }

    @Test
    void the_words_of_entries_that_are_being_sent_outlive_a_cancellation() {
        past.web.page(FEED, WORDS);
        past.begin(new Budget(1, 10, null));
        past.walkUntilKept();
        past.marks = beforeMarks(() -> {
            past.marks = past.ledger;
            cancel();
            assertEquals(BackfillEnd.Kind.POSTPONED, past.take().kind());
        });
        while (past.fetches.jobs().isEmpty()) {
            past.takeNext();
        }
        var unused = past.drain(Crashes.never());
        assertEquals(
                Set.of(String.valueOf(past.fetches.jobs().getFirst().entry().content())), past.documents.entryKeys());
    }

    @Test
    void the_words_of_an_entry_that_a_poll_is_sending_outlive_a_discarded_backfill() {
        past.web.page(FEED, WORDS);
        past.begin(new Budget(1, 10, null));
        past.walkUntilKept();
        cancel();
        NewEntries poll = new NewEntries(
                beforeMarks(() -> {
                    var unused = past.drain(Crashes.never());
                }),
                past.documents,
                past.fetches,
                Optional.empty());
        FeedReading.Read feed = (FeedReading.Read)
                new FeedReader().read(WORDS.getBytes(StandardCharsets.UTF_8), "application/rss+xml", FEED);
        assertEquals(
                1,
                poll.send(past.sources.get(ID).orElseThrow(), feed.feed(), TraceId.of(ID.value(), past.now), past.now));
        assertEquals(
                Set.of(String.valueOf(past.fetches.jobs().getFirst().entry().content())), past.documents.entryKeys());
    }

    @Test
    void a_step_that_ends_after_a_cancellation_leaves_no_page_behind() {
        archived(past).begin(Budget.USUAL);
        past.walkUntilKept();
        assertTrue(past.runs.replace(past.runs.get(ID).orElseThrow().cancelled(past.now)));
        assertEquals(Map.of(), past.drain(Crashes.never()).articles());
        assertEquals(List.of(), past.kept());
    }

    @Test
    void each_stretch_is_an_object_and_one_that_expired_is_counted() {
        past.web.page(SITE + "/sitemap.xml", sitemap(stories(45))).page(FEED, "<html>gone</html>");
        past.begin(Budget.USUAL);
        past.walkUntilKept();
        assertEquals(3, past.kept().size());
        past.documents.deleteAll(past.kept().get(1));
        assertEquals(
                articles(ArticleOutcome.EXPIRED, 20, ArticleOutcome.SENT, 25),
                past.drain(Crashes.never()).articles());
    }
}
