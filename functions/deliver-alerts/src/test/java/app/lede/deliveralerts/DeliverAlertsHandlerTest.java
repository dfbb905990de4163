package app.lede.deliveralerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.AlertJob;
import app.lede.alert.DeliverAlerts;
import app.lede.alert.WatchSources;
import app.lede.api.FilterParameters;
import app.lede.hash.Digest;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.search.ArticleWalk;
import app.lede.search.ChangesInOrder;
import app.lede.search.NewestFirst;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import app.lede.testkit.Crashes;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDigests;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.InMemorySourceAlerts;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliverAlertsHandlerTest {

    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemorySavedSearches searches = new InMemorySavedSearches();
    private final InMemorySources sources = new InMemorySources();
    private final InMemorySourceAlerts alerts = new InMemorySourceAlerts();
    private final InMemoryQueue<AlertJob> queue = new InMemoryQueue<>();
    private final DeliverAlertsHandler handler = handler(sources);

    private DeliverAlertsHandler handler(SourceList list) {
        return new DeliverAlertsHandler(
                new DeliverAlerts(
                        searches,
                        searches,
                        ArticleWalk.byArrival(new NewestFirst(articles)),
                        new ChangesInOrder(articles),
                        articles,
                        FilterParameters::kept,
                        queue,
                        new InMemoryDigests()),
                new WatchSources(
                        sources,
                        list,
                        alerts,
                        searches,
                        ArticleWalk.byArrival(new NewestFirst(articles)),
                        FilterParameters::kept,
                        queue),
                InstantSource.fixed(Samples.NOON));
    }

    @Test
    void each_minute_new_articles_become_alerts() throws IOException {
        save("lang=de");
        articles.offer(Samples.article("https://news.example.org/1", "words", Samples.NOON.minusSeconds(60)));
        invoke(Duration.ofMinutes(1));
        Invocation second = invoke(Duration.ofMinutes(1));
        assertEquals(List.of("looked"), second.outcomes());
        assertEquals(1, second.lines().getFirst().path("sent").asInt());
        assertEquals(1, queue.jobs().size());
    }

    @Test
    void a_search_that_cannot_be_looked_at_fails_the_call_after_the_others() {
        save("no filter at all");
        assertThrows(IllegalStateException.class, () -> {
            invoke(Duration.ofMinutes(1));
            invoke(Duration.ofMinutes(1));
        });
    }

    @Test
    void without_time_for_a_search_none_is_begun() throws IOException {
        save("lang=de");
        assertEquals(
                0,
                invoke(Duration.ofSeconds(19)).lines().getFirst().path("looked").asInt());
    }

    @Test
    void each_quarter_silent_sources_are_told() throws IOException {
        Source gone = Source.added(
                SourceId.ofUrl("https://news.example.org/feed"),
                "https://news.example.org/feed",
                null,
                Samples.NOON.minusSeconds(3_600));
        sources.add(gone.withState(Source.State.GONE));
        Invocation watch = Invocation.withTimeLeft(
                Duration.ofMinutes(1), handler, EventFiles.read("deliver-alerts", "each-quarter"));
        assertEquals(List.of("watched"), watch.outcomes());
        assertEquals(1, watch.lines().getFirst().path("told").asInt());
        assertTrue(watch.lines().getFirst().path("expectedSinceLastArticle").isNumber());
        assertEquals(
                0, watch.lines().getFirst().path("expectedSinceLastArticle").asDouble(-1));
        assertEquals("gone", alerts.page(null, 1).getFirst().reason());
    }

    @Test
    void without_time_for_the_sources_the_quarter_ends_as_incomplete() throws IOException {
        Invocation watch = Invocation.withTimeLeft(
                Duration.ofSeconds(9), handler, EventFiles.read("deliver-alerts", "each-quarter"));
        assertEquals(List.of("incomplete"), watch.outcomes());
        assertEquals(0, watch.lines().getFirst().path("held").asInt(-1));
        assertTrue(watch.lines().getFirst().path("expectedSinceLastArticle").isMissingNode());
    }

    @Test
    void a_call_that_fails_is_a_line_with_its_cause() throws IOException {
        SourceList broken = Crashes.atStep(1).around(SourceList.class, sources);
        List<JsonNode> lines = Invocation.failing(handler(broken), EventFiles.read("deliver-alerts", "each-quarter"));
        assertEquals(1, lines.size());
        assertEquals("failed", lines.getFirst().path("outcome").asText());
        assertTrue(lines.getFirst().path("error").asText().contains("Crash"), lines::toString);
    }

    private void save(String filter) {
        searches.add(new SavedSearch(
                new SearchId(Digest.base32("search")),
                "all",
                filter,
                Samples.NOON.minusSeconds(3_600),
                "0",
                new Webhook("https://hooks.example.org/", "whsec_c2VjcmV0"),
                0,
                false));
    }

    private Invocation invoke(Duration left) throws IOException {
        return Invocation.withTimeLeft(left, handler, EventFiles.read("deliver-alerts", "each-minute"));
    }
}
