package app.lede.managelibrary;

import app.lede.alert.AlertJob;
import app.lede.api.UploadTickets;
import app.lede.api.WritingApi;
import app.lede.document.UploadClaims;
import app.lede.fetch.AllowedAddresses;
import app.lede.json.Json;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.DeletionJob;
import app.lede.pipeline.PollJob;
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
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The handler over stores in memory, at a fixed time, asked with the events of {@code events/manage-library}. */
abstract class ManagedLibrary {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final Instant MINUTE = Instant.parse("2026-01-02T03:04:00Z");
    static final String FEED = "https://news.example.org/feed.xml";
    static final String ARTICLE = "https://news.example.org/2026/01/02/bridge-reopens";
    static final SourceId NEWS = SourceId.ofUrl(FEED);

    final InMemorySources sources = new InMemorySources();
    final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    final InMemoryDocumentLog log = new InMemoryDocumentLog();
    final List<UploadClaims> claims = new ArrayList<>();
    final UploadTickets tickets = (key, type, size, said) -> {
        claims.add(said);
        return new UploadTickets.Ticket(
                "https://bucket.example/" + URLEncoder.encode(key, StandardCharsets.UTF_8),
                new TreeMap<>(
                        Map.of("content-type", type, "content-length", Long.toString(size), "if-none-match", "*")),
                NOW.plusSeconds(900));
    };
    final InstantSource clock = InstantSource.fixed(NOW);
    final InMemoryQueue<AlertJob> alerts = new InMemoryQueue<>();
    final InMemorySavedSearches searches = new InMemorySavedSearches();
    final InMemoryExports exports = new InMemoryExports();
    final InMemoryArticles articles = new InMemoryArticles();
    final InMemoryBackfills backfills = new InMemoryBackfills();
    final WritingApi.Outlets outlets = new WritingApi.Outlets(
            articles, searches, alerts, AllowedAddresses.NONE, exports, new InMemoryQueue<>(), false, backfills);
    final Deletion deletion = new Deletion(articles, new InMemoryArticleTexts(), new InMemoryDocuments(), log, clock);
    final InMemoryQueue<DeletionJob> deletions = new InMemoryQueue<>();
    final ManageLibraryHandler handler = new ManageLibraryHandler(
            new WritingApi(sources, polls, log, tickets, deletion, deletions, outlets, () -> "token", clock), clock);

    Invocation posting(String event, String body) throws IOException {
        return Invocation.of(handler, event(event, body));
    }

    static byte[] event(String event, String body) {
        ObjectNode posted = (ObjectNode) Json.read(EventFiles.read("manage-library", event));
        return Json.bytes(posted.put("body", body).put("isBase64Encoded", false));
    }

    Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("manage-library", event));
    }

    static int status(Invocation invocation) {
        return invocation.answer().path("statusCode").asInt();
    }

    static JsonNode body(Invocation invocation) {
        return Json.read(invocation.answer().path("body").asText());
    }

    static String fault(Invocation invocation) {
        return body(invocation).at("/errors/0/parameter").asText();
    }
}
