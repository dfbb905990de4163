package app.lede.deliveralerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.alert.AlertJob;
import app.lede.alert.DeliverAlerts;
import app.lede.api.FilterParameters;
import app.lede.hash.Digest;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.search.ArticleWalk;
import app.lede.search.ChangesInOrder;
import app.lede.search.NewestFirst;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDigests;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliverAlertsHandlerTest {

    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemorySavedSearches searches = new InMemorySavedSearches();
    private final InMemoryQueue<AlertJob> queue = new InMemoryQueue<>();
    private final DeliverAlertsHandler handler = new DeliverAlertsHandler(
            new DeliverAlerts(
                    searches,
                    searches,
                    ArticleWalk.byArrival(new NewestFirst(articles)),
                    new ChangesInOrder(articles),
                    articles,
                    FilterParameters::kept,
                    queue,
                    new InMemoryDigests()),
            InstantSource.fixed(Samples.NOON));

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
