package app.lede.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.WebhookSender.Sent;
import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import app.lede.source.SourceId;
import app.lede.testkit.Crashes;
import app.lede.testkit.EveryCrash;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendAlertTest {

    private static final Webhook WEBHOOK = new Webhook("https://hooks.example.org/lede", "whsec_c2VjcmV0");
    private static final SearchId SEARCH = new SearchId(Digest.base32("search"));
    private static final Article ARTICLE = Samples.article("https://news.example.org/1", "Die Brücke", Samples.NOON);

    private final InMemorySavedSearches searches = new InMemorySavedSearches();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryQueue<AlertJob> queue = new InMemoryQueue<>();
    private final InMemoryQueue<AlertJob> deadLetters = new InMemoryQueue<>();
    private final List<Posted> posted = new ArrayList<>();
    private Sent answer = new Sent.Accepted(204);
    private final SendAlert step = new SendAlert(
            searches,
            articles,
            texts,
            (url, headers, body) -> {
                posted.add(new Posted(url, headers, Json.read(body)));
                return answer;
            },
            queue,
            deadLetters,
            InstantSource.fixed(Samples.NOON));

    private record Posted(String url, Map<String, String> headers, JsonNode body) {}

    @Test
    void an_alert_holds_the_public_records_and_is_signed() {
        save(WEBHOOK);
        articles.offer(ARTICLE);
        assertEquals(new AlertEnd.Delivered(204), step.send(matched(0)));
        Posted post = posted.getFirst();
        assertEquals(WEBHOOK.url(), post.url());
        assertEquals("alert-1", post.headers().get("webhook-id"));
        assertTrue(String.valueOf(post.headers().get("webhook-signature")).startsWith("v1,"));
        assertEquals("search.matched", post.body().path("type").asText());
        assertEquals("Mali", post.body().at("/data/name").asText());
        assertEquals(ARTICLE.id().value(), post.body().at("/data/articles/0/id").asText());
        assertEquals("Die Brücke", post.body().at("/data/articles/0/headline").asText());
    }

    @Test
    void a_crash_at_any_call_delivers_the_alert_again_under_the_same_id() {
        EveryCrash.isMadeGood(6, Sending::new);
    }

    /** A hook that takes alerts, and drops those whose id it has. */
    private static final class Sending implements EveryCrash.World {
        private final InMemorySavedSearches searches = new InMemorySavedSearches();
        private final InMemoryArticles articles = new InMemoryArticles();
        private final InMemoryQueue<AlertJob> queue = new InMemoryQueue<>();
        private final Map<String, JsonNode> taken = new TreeMap<>();

        Sending() {
            searches.add(new SavedSearch(SEARCH, "Mali", "country=ML", Samples.NOON, "0", WEBHOOK, 0, false));
            articles.offer(ARTICLE);
        }

        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            WebhookSender sender = (url, headers, body) -> {
                taken.put(
                        String.valueOf(headers.get("webhook-id")),
                        Json.read(body).path("data"));
                return new Sent.Accepted(204);
            };
            new SendAlert(
                            crashes.around(SavedSearches.class, searches),
                            crashes.around(ArticleStore.class, articles),
                            crashes.around(ArticleTexts.class, new InMemoryArticleTexts()),
                            crashes.around(WebhookSender.class, sender),
                            queue,
                            queue,
                            clock)
                    .send(matched(0));
        }

        @Override
        public Object end() {
            return List.of(taken, queue.jobs());
        }
    }

    @Test
    void a_failed_attempt_comes_again_with_growing_delays_under_the_same_id() {
        save(WEBHOOK);
        articles.offer(ARTICLE);
        answer = new Sent.Failed("status 503");
        List<Duration> delays = new ArrayList<>();
        AlertJob job = matched(0);
        for (int i = 0; i < 6; i++) {
            assertInstanceOf(AlertEnd.Postponed.class, step.send(job));
            delays.add(queue.sent().getLast().delay());
            job = queue.sent().getLast().job();
            assertEquals("alert-1", job.id());
        }
        assertEquals(
                List.of(10L, 60L, 300L, 900L, 900L, 900L),
                delays.stream().map(Duration::toSeconds).toList());
        assertEquals(List.of(), deadLetters.jobs());
    }

    @Test
    void after_a_day_of_attempts_the_alert_goes_to_the_dead_letters() {
        save(WEBHOOK);
        articles.offer(ARTICLE);
        answer = new Sent.Failed("status 500");
        AlertJob last = matched(SendAlert.MOST_ATTEMPTS - 1);
        assertEquals(new AlertEnd.GivenUp("status 500"), step.send(last));
        assertEquals(List.of(last), deadLetters.jobs());
        assertEquals(List.of(), queue.jobs());
    }

    @Test
    void an_address_that_the_guard_refuses_is_not_tried_again() {
        save(new Webhook("http://169.254.169.254/", "whsec_c2VjcmV0"));
        articles.offer(ARTICLE);
        answer = new Sent.Blocked("link-local address");
        assertEquals(new AlertEnd.GivenUp("link-local address"), step.send(matched(0)));
        assertEquals(1, deadLetters.jobs().size());
    }

    @Test
    void nothing_is_posted_for_a_deleted_search_a_removed_webhook_or_deleted_articles() {
        assertInstanceOf(AlertEnd.Obsolete.class, step.send(matched(0)));
        save(null);
        assertInstanceOf(AlertEnd.Obsolete.class, step.send(matched(0)));
        save(WEBHOOK);
        articles.offer(ARTICLE);
        articles.delete(ARTICLE.id(), Samples.NOON);
        assertInstanceOf(AlertEnd.Obsolete.class, step.send(matched(0)));
        assertEquals(List.of(), posted);
    }

    @Test
    void a_new_revision_comes_with_its_typed_edits() {
        save(WEBHOOK);
        ParsedArticle before = parsed("Bridge closed", Samples.NOON);
        ParsedArticle after = parsed("Bridge open again", Samples.NOON.plusSeconds(60));
        texts.put(before);
        texts.put(after);
        articles.offer(Samples.article(before, Samples.NOON));
        articles.offer(Samples.article(after, Samples.NOON.plusSeconds(60)));
        step.send(edited(after));
        JsonNode article = posted.getFirst().body().at("/data/articles/0");
        assertEquals("search.edited", posted.getFirst().body().path("type").asText());
        assertEquals("Bridge open again", article.path("headline").asText());
        assertEquals("headline", article.at("/edits/0/type").asText());
        assertEquals("Bridge closed", article.at("/edits/0/before/text").asText());
        assertEquals("Bridge open again", article.at("/edits/0/after/text").asText());
        assertEquals(0, article.path("omitted").asInt());
    }

    @Test
    void a_revision_without_an_earlier_text_is_nothing_to_tell() {
        save(WEBHOOK);
        ParsedArticle only = parsed("Bridge closed", Samples.NOON);
        texts.put(only);
        articles.offer(Samples.article(only, Samples.NOON));
        assertInstanceOf(AlertEnd.Obsolete.class, step.send(edited(only)));
    }

    private static ParsedArticle parsed(String headline, Instant at) {
        return Samples.parsed(
                "https://news.example.org/bridge", headline, Precedence.of(Precedence.Origin.PAGE, null, at));
    }

    private static AlertJob edited(ParsedArticle parsed) {
        return AlertJob.first(
                SEARCH,
                "alert-4",
                new AlertJob.Occasion.Edited(List.of(parsed.id().value())));
    }

    @Test
    void a_test_and_a_silence_have_no_articles() {
        save(WEBHOOK);
        step.send(AlertJob.first(SEARCH, "alert-2", new AlertJob.Occasion.Test()));
        step.send(AlertJob.first(SEARCH, "alert-3", new AlertJob.Occasion.Silent("2026-01-02T06:00:00.000Z")));
        assertEquals("search.test", posted.getFirst().body().path("type").asText());
        JsonNode silence = posted.getLast().body();
        assertEquals("search.silent", silence.path("type").asText());
        assertEquals("2026-01-02T06:00:00.000Z", silence.at("/data/since").asText());
        assertTrue(silence.at("/data/articles").isMissingNode());
    }

    @Test
    void the_alert_of_a_source_says_since_when_and_why() {
        searches.add(SavedSearch.ofSources(SEARCH, "Sources", "", Samples.NOON, Digest.hex("x"), WEBHOOK));
        step.send(AlertJob.ofSource(
                SEARCH,
                new SourceAlert(
                        Digest.base32("alert"),
                        SourceId.ofUrl("https://news.example.org/feed"),
                        "News",
                        "https://news.example.org/feed",
                        SourceAlert.Kind.SILENT,
                        Samples.NOON,
                        Samples.NOON.minusSeconds(86_400),
                        "errors",
                        "dns: no address (3 in a row)")));
        JsonNode body = posted.getFirst().body();
        assertEquals("source.silent", body.path("type").asText());
        assertEquals("2026-01-01T12:00:00.000Z", body.at("/data/alert/since").asText());
        assertEquals("errors", body.at("/data/alert/reason").asText());
        assertEquals(
                "Nothing new since 1 January 2026, 12:00 UTC. Reason: errors, dns: no address (3 in a row).",
                body.at("/data/alert/description").asText());
    }

    private void save(@Nullable Webhook webhook) {
        searches.add(new SavedSearch(SEARCH, "Mali", "country=ML", Samples.NOON, Digest.hex("x"), webhook, 0, false));
    }

    private static AlertJob matched(int attempts) {
        return new AlertJob(
                SEARCH, "alert-1", AlertJob.Kind.MATCHED, List.of(ARTICLE.id().value()), null, null, attempts);
    }
}
