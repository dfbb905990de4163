package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.backfill.ArticleOutcome;
import app.lede.backfill.AskedPage;
import app.lede.backfill.Backfill;
import app.lede.backfill.Budget;
import app.lede.backfill.PageOutcome;
import app.lede.json.Json;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BackfillProgressTest {

    private static final SourceId NEWS = new SourceId("da3qsnpl5v5ip4wz64vebl23jc5bt2pkke73wgbebetwnhh4vagq");
    private static final String FEED = "https://news.example/feed";

    private final Library library = new Library();

    @Test
    void a_source_without_a_backfill_is_told_from_none() throws IOException {
        assertEquals(404, get().answer().path("statusCode").asInt());
        library.sources().add(Source.added(NEWS, FEED, null, Samples.NOON));
        assertEquals(204, get().answer().path("statusCode").asInt());
    }

    @Test
    void progress_counts_pages_and_entries_by_outcome() throws IOException {
        Backfill first = Backfill.begun(NEWS, FEED, Budget.USUAL, null, Samples.NOON);
        AskedPage page = new AskedPage(AskedPage.id(FEED), PageOutcome.READ, 7, "0123456789abcdef");
        Backfill walking = first.asked(page, first.walk(), Map.of(ArticleOutcome.TOO_OLD, 3), Samples.NOON)
                .asked(AskedPage.without(FEED + "?paged=2", PageOutcome.MISSING), first.walk(), Map.of(), Samples.NOON)
                .waiting(Samples.NOON.plusSeconds(600), "answered 503", Samples.NOON);
        library.backfills().add(walking);
        JsonNode json = Json.read(get().text());
        assertEquals("walking", json.path("state").asText());
        assertEquals("{\"missing\":1,\"read\":1}", json.path("pages").toString());
        assertEquals("{\"too-old\":3}", json.path("articles").toString());
        assertEquals(7, json.path("entries").asInt());
        assertEquals("{\"too-old\":0,\"over\":0}", json.path("sitemapsLeftOut").toString());
        assertEquals("2026-01-02T12:10:00.000Z", json.path("notBefore").asText());
        assertEquals("answered 503", json.path("detail").asText());
        assertEquals(1, json.path("attempts").asInt());
        library.backfills().replace(walking.stoppedBecause("the disk was full", Samples.NOON));
        JsonNode stopped = Json.read(get().text());
        assertEquals("stopped", stopped.path("state").asText());
        assertEquals("the disk was full", stopped.path("detail").asText());
    }

    private Invocation get() throws IOException {
        return Invocation.of(
                library.handler(InstantSource.fixed(Samples.NOON)), EventFiles.read("query-articles", "get-backfill"));
    }
}
