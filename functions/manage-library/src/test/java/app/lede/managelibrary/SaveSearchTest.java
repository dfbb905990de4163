package app.lede.managelibrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.AlertJob;
import app.lede.api.UploadTickets;
import app.lede.api.WritingApi;
import app.lede.article.Article;
import app.lede.fetch.AllowedAddresses;
import app.lede.json.Json;
import app.lede.pipeline.Deletion;
import app.lede.saved.DigestSchedule;
import app.lede.saved.FeedToken;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryBackfills;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryExports;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaveSearchTest {

    private final InMemoryQueue<AlertJob> alerts = new InMemoryQueue<>();
    private final InMemorySavedSearches searches = new InMemorySavedSearches();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemorySources sources = new InMemorySources();
    private final AtomicInteger tokens = new AtomicInteger();
    private final ManageLibraryHandler handler = new ManageLibraryHandler(
            new WritingApi(
                    sources,
                    new InMemoryQueue<>(),
                    log,
                    (key, type, size, said) -> new UploadTickets.Ticket(key, new TreeMap<>(), Samples.NOON),
                    new Deletion(articles, new InMemoryArticleTexts(), new InMemoryDocuments(), log, clock),
                    new InMemoryQueue<>(),
                    new WritingApi.Outlets(
                            articles,
                            searches,
                            alerts,
                            AllowedAddresses.NONE,
                            new InMemoryExports(),
                            new InMemoryQueue<>(),
                            false,
                            new InMemoryBackfills()),
                    () -> "token " + tokens.incrementAndGet(),
                    clock),
            clock);

    @Test
    void a_saved_search_keeps_its_filter_in_canonical_order_and_only_the_hash_of_its_feed() throws IOException {
        Invocation saved = save("{\"name\":\"Mali\",\"filter\":\"lang=DE&country=ml,ne&lang=en\"}");
        JsonNode json = Json.read(saved.text());
        assertEquals(
                "country=ML&country=NE&lang=de&lang=en", json.path("filter").asText());
        String feed = json.path("feed").asText();
        FeedToken token =
                FeedToken.parse(feed.substring(feed.lastIndexOf('/') + 1)).orElseThrow();
        SavedSearch kept = searches.get(token.search()).orElseThrow();
        assertTrue(token.opens(kept));
        assertFalse(Json.text(kept).contains(token.secret()));
        assertEquals(
                "/v1/searches/" + token.search(),
                saved.answer().at("/headers/location").asText());
        assertTrue(feed.startsWith("https://"), feed);
        assertEquals("no-store", saved.answer().at("/headers/cache-control").asText());
    }

    @Test
    void an_empty_filter_as_the_api_itself_shows_it_finds_every_article() throws IOException {
        Invocation saved = save("{\"name\":\"all\",\"filter\":\"\"}");
        assertEquals(201, saved.answer().path("statusCode").asInt(), saved.text());
        String shown = Json.read(saved.text()).path("filter").asText("?");
        assertEquals("", shown);
    }

    @Test
    void lengths_are_counted_in_characters_of_unicode() throws IOException {
        String bridges = "\uD83C\uDF09".repeat(200);
        assertEquals(
                201,
                save("{\"name\":\"" + bridges + "\"}")
                        .answer()
                        .path("statusCode")
                        .asInt());
        assertEquals(
                400,
                save("{\"name\":\"" + bridges + "a\"}")
                        .answer()
                        .path("statusCode")
                        .asInt());
    }

    @Test
    void a_search_may_ask_for_what_resembles_an_article_that_is_there() throws IOException {
        Article article = Samples.article("https://news.example.org/1", "words", Samples.NOON);
        articles.offer(article);
        String body = "{\"name\":\"x\",\"filter\":\"similar_to=" + article.id() + "\"}";
        assertEquals(201, save(body).answer().path("statusCode").asInt());
        articles.delete(article.id(), Samples.NOON);
        assertEquals(400, save(body).answer().path("statusCode").asInt());
    }

    @Test
    void a_fault_that_is_found_twice_is_named_once() throws IOException {
        JsonNode errors = Json.read(
                        save("{\"name\":\"x\",\"filter\":\"lang=x,x&lang=x\"}").text())
                .path("errors");
        assertEquals(1, errors.size(), errors.toString());
    }

    @Test
    void two_searches_of_one_filter_have_feeds_of_their_own() throws IOException {
        String body = "{\"name\":\"all\"}";
        assertFalse(Json.read(save(body).text())
                .path("feed")
                .equals(Json.read(save(body).text()).path("feed")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                        | name
        {"name":" "}                              | name
        {"name":"x","filter":"language=de"}       | filter
        {"name":"x","filter":"lang=nonsense"}     | filter
        {"name":"x","filter":"limit=5"}           | filter
        {"name":"x","filter":7}                   | filter
        {"name":"x","colour":"red"}               | colour
        {"name":"x","webhook":"nonsense"} | webhook
        {"name":"x","webhook":"http://10.0.0.7/"} | webhook
        {"name":"x","webhook":"http://[::1]/"} | webhook
        {"name":"x","webhook":"https://a.example.org:8443/"} | webhook
        {"name":"x","webhook":"https://ada:secret@hooks.example.org/"} | webhook
        {"name":"x","webhook":"https://hooks.example.org/a\\nb"} | webhook
        {"name":"a\\u0000b"} | name
        {"name":"a\\ud83c"} | name
        {"name":"x","filter":"similar_to=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"} | filter
        {"name":"x","filter":"q=lang:de"} | filter
        {"name":"x","silenceHours":6} | silenceHours
        {"name":"x","silentSources":true,"filter":"lang=de"} | filter
        {"name":"x","silentSources":true,"filter":"source=a&q=dam"} | filter
        {"name":"x","silentSources":true,"filter":"source=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"} | filter
        {"name":"x","silentSources":true,"digest":{"every":"day"}} | digest
        {"name":"x","silentSources":true,"silenceHours":6,"webhook":"https://a.example.org/"} | silenceHours
        {"name":"x","silentSources":"yes"} | silentSources
        {"name":"x","edits":true} | edits
        {"name":"x","edits":"yes","webhook":"https://a.example.org/"} | edits
        {"name":"x","silenceHours":0,"webhook":"https://a.example.org/"} | silenceHours
        {"name":"x","filter":"q=dam","webhook":"https://a.example.org/"} | filter
        {"name":"x","filter":"q=dam","digest":{"every":"day"}} | filter
        {"name":"x","digest":"daily"} | digest
        {"name":"x","digest":{}} | digest.every
        {"name":"x","digest":{"every":"month"}} | digest.every
        {"name":"x","digest":{"every":7}} | digest.every
        {"name":"x","digest":{"every":"day","at":"7 o'clock"}} | digest.at
        {"name":"x","digest":{"every":"day","at":"24:00"}} | digest.at
        {"name":"x","digest":{"every":"hour","at":"00:30"}} | digest.at
        {"name":"x","digest":{"every":"day","zone":"Atlantis"}} | digest.zone
        {"name":"x","digest":{"every":"day","day":"monday"}} | digest.day
        """)
    void a_fault_is_named_by_its_field_and_nothing_is_saved(String body, String field) throws IOException {
        Invocation refused = save(body);
        assertEquals(400, refused.answer().path("statusCode").asInt());
        assertEquals(field, Json.read(refused.text()).at("/errors/0/parameter").asText());
        assertTrue(searches.page(null, 1).isEmpty());
    }

    @Test
    void the_secret_of_a_webhook_is_told_once_and_a_test_goes_to_its_queue() throws IOException {
        JsonNode saved =
                Json.read(save("{\"name\":\"x\",\"webhook\":\"https://hooks.example.org/a?b=c\",\"silenceHours\":6}")
                        .text());
        assertEquals("https://hooks.example.org/a?b=c", saved.path("webhook").asText());
        assertTrue(saved.path("webhookSecret").asText().startsWith("whsec_"));
        String id = saved.path("id").asText();
        assertEquals(202, test(id).answer().path("statusCode").asInt());
        AlertJob job = alerts.jobs().getFirst();
        assertEquals(AlertJob.Kind.TEST, job.kind());
        assertEquals(id, job.search().value());
    }

    @Test
    void a_search_for_silent_sources_keeps_its_sources() throws IOException {
        SourceId source = SourceId.ofUrl("https://news.example/feed");
        sources.add(Source.added(source, "https://news.example/feed", null, Samples.NOON));
        JsonNode saved = Json.read(save("{\"name\":\"x\",\"silentSources\":true,\"filter\":\"source=" + source + "\"}")
                .text());
        assertTrue(saved.path("silentSources").asBoolean());
        assertTrue(searches.page(null, 1).getFirst().silentSources());
        assertEquals("source=" + source, searches.page(null, 1).getFirst().filter());
    }

    @Test
    void who_asks_for_silent_sources_is_not_told_to_give_what_they_exclude() throws IOException {
        JsonNode errors = Json.read(save("{\"name\":\"x\",\"silentSources\":true,\"silenceHours\":6,\"edits\":true}")
                        .text())
                .path("errors");
        assertEquals(
                List.of(
                        "tells of articles, not of silent sources; leave it out",
                        "tells of articles, not of silent sources; leave it out"),
                StreamSupport.stream(errors.spliterator(), false)
                        .map(error -> error.path("detail").asText())
                        .toList());
    }

    @Test
    void a_search_keeps_the_schedule_of_its_digests() throws IOException {
        JsonNode saved = Json.read(
                save("{\"name\":\"x\",\"digest\":{\"every\":\"day\",\"at\":\"07:00\"," + "\"zone\":\"Europe/Paris\"}}")
                        .text());
        assertEquals(
                "{\"every\":\"day\",\"at\":\"07:00\",\"zone\":\"Europe/Paris\"}",
                saved.path("digest").toString());
        SavedSearch kept = searches.get(new SearchId(saved.path("id").asText())).orElseThrow();
        assertEquals(new DigestSchedule(DigestSchedule.Every.DAY, "07:00", "Europe/Paris"), kept.digest());
        assertEquals(kept, Json.read(Json.text(kept), SavedSearch.class));
    }

    @Test
    void every_fault_of_a_digest_is_named_at_once() throws IOException {
        JsonNode errors = Json.read(
                        save("{\"digest\":{\"every\":\"year\",\"at\":\"noon\",\"zone\":\"here\",\"day\":\"x\"}}")
                                .text())
                .path("errors");
        assertEquals(
                Set.of("name", "digest.every", "digest.at", "digest.zone", "digest.day"),
                StreamSupport.stream(errors.spliterator(), false)
                        .map(error -> error.path("parameter").asText())
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_search_without_a_webhook_has_nothing_to_test() throws IOException {
        String id = Json.read(save("{\"name\":\"x\"}").text()).path("id").asText();
        assertEquals(409, test(id).answer().path("statusCode").asInt());
        assertEquals(404, test("a".repeat(52)).answer().path("statusCode").asInt());
    }

    private Invocation test(String id) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("manage-library", "test-search"));
        event.withObject("/pathParameters").put("id", id);
        return Invocation.of(handler, Json.bytes(event));
    }

    private Invocation save(String body) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("manage-library", "save-search"));
        return Invocation.of(handler, Json.bytes(event.put("body", body)));
    }
}
