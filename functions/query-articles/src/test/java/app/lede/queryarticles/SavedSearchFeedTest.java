package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.SourceAlert;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.saved.FeedToken;
import app.lede.saved.SavedSearch;
import app.lede.saved.SearchId;
import app.lede.source.SourceId;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedSearchFeedTest {

    private static final FeedToken TOKEN =
            new FeedToken(new SearchId(Digest.base32("search")), Digest.base32("secret"));

    private final Library library = new Library();
    private final InMemoryArticles articles = library.articles();
    private final InMemorySavedSearches searches = library.searches();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final QueryArticlesHandler handler = library.handler(clock);

    /** Stores three articles from one source and one from another, and saves a search for the former. */
    @BeforeEach
    void save() {
        for (int i = 0; i < 3; i++) {
            articles.offer(
                    Samples.article("https://news.example.org/" + i, "words " + i, Samples.NOON.minusSeconds(i)));
        }
        articles.offer(Samples.from("a".repeat(52), Samples.article("https://a.example.org/", "x", Samples.NOON)));
        searches.add(new SavedSearch(
                TOKEN.search(),
                "Überschwemmungen",
                "lang=de&source=" + "abcdefghijklmnopqrstuvwxyz".repeat(2),
                Samples.NOON,
                TOKEN.hash(),
                null,
                0,
                false));
    }

    @Test
    void the_feed_lists_what_the_search_finds_under_its_name() throws IOException {
        Invocation feed = feed(TOKEN.toString(), "format=jsonfeed");
        JsonNode json = Json.read(feed.text());
        assertEquals("Überschwemmungen", json.path("title").asText());
        assertEquals(3, json.path("items").size());
        assertEquals("noindex", header(feed, "x-robots-tag"));
        assertEquals("no-referrer", header(feed, "referrer-policy"));
        assertTrue(header(feed, "cache-control").contains("private"));
    }

    @Test
    void a_reader_that_accepts_anything_gets_atom() throws IOException {
        assertEquals("application/atom+xml; charset=utf-8", header(feed(TOKEN.toString(), ""), "content-type"));
    }

    @Test
    void pages_go_on_at_the_feeds_own_address_and_show_no_filter() throws IOException {
        JsonNode first =
                Json.read(feed(TOKEN.toString(), "format=jsonfeed&limit=2").text());
        String next = first.path("next_url").asText();
        assertTrue(next.contains("/v1/feeds/" + TOKEN + "?"), next);
        assertFalse(next.contains("source="), next);
        JsonNode second = Json.read(
                feed(TOKEN.toString(), next.substring(next.indexOf('?') + 1)).text());
        assertEquals(1, second.path("items").size());
    }

    @Test
    void a_feed_keeps_its_id_on_every_page_and_whatever_the_size_of_pages() throws IOException {
        String id = id(feed(TOKEN.toString(), ""));
        assertTrue(id.endsWith("/v1/feeds/" + TOKEN), id);
        Invocation first = feed(TOKEN.toString(), "limit=2&format=atom");
        assertEquals(id, id(first));
        String link = header(first, "link");
        String next = link.substring(link.indexOf('?') + 1, link.indexOf('>'));
        assertEquals(id, id(feed(TOKEN.toString(), next)));
    }

    private static String id(Invocation feed) {
        String atom = feed.text();
        return atom.substring(atom.indexOf("<id>") + 4, atom.indexOf("</id>"));
    }

    @Test
    void a_head_of_a_feed_has_the_headers_of_its_get_under_a_route_of_its_own() throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-feed"));
        event.put("routeKey", "HEAD /v1/feeds/{token}")
                .put("rawPath", "/v1/feeds/" + TOKEN)
                .put("rawQueryString", "");
        event.withObject("/pathParameters").put("token", TOKEN.toString());
        event.withObject("/requestContext/http").put("method", "HEAD");
        Invocation head = Invocation.of(handler, Json.bytes(event));
        assertEquals(200, status(head));
        assertEquals("", head.text());
        Invocation get = feed(TOKEN.toString(), "");
        for (String name : List.of("etag", "content-type", "vary", "cache-control", "x-robots-tag")) {
            assertEquals(
                    header(get, name).replace("-gzip", ""), header(head, name).replace("-gzip", ""), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=en", "source=x", "sort=newest", "q=x"})
    void whoever_reads_the_feed_cannot_ask_for_more(String query) throws IOException {
        assertEquals(400, status(feed(TOKEN.toString(), query)));
    }

    @Test
    void another_secret_a_deleted_search_and_no_token_are_alike() throws IOException {
        String forged = new FeedToken(TOKEN.search(), Digest.base32("guess")).toString();
        String unknown = new FeedToken(new SearchId(Digest.base32("other")), TOKEN.secret()).toString();
        String answer = feed(forged, "").text();
        assertEquals(404, status(feed(forged, "")));
        assertEquals(answer, feed(unknown, "").text());
        assertEquals(answer, feed("not-a-token", "").text());
        assertEquals(200, status(feed(TOKEN.toString(), "")));
        searches.remove(TOKEN.search());
        assertEquals(404, status(feed(TOKEN.toString(), "")));
        assertEquals(answer, feed(TOKEN.toString(), "").text());
        assertFalse(answer.contains(TOKEN.secret()));
    }

    @Test
    void the_token_is_in_no_log_line() throws IOException {
        assertFalse(feed(TOKEN.toString(), "").lines().toString().contains(TOKEN.secret()));
    }

    @Test
    void a_search_for_silent_sources_lists_their_alerts_in_every_format_but_csv() throws IOException {
        searches.add(SavedSearch.ofSources(
                TOKEN.search(), "Quiet", "source=" + SourceId.ofUrl("one"), Samples.NOON, TOKEN.hash(), null));
        for (int i = 0; i < 5; i++) {
            library.alerts().add(alert("one", i));
            library.alerts().add(alert("two", i));
        }
        JsonNode json =
                Json.read(feed(TOKEN.toString(), "format=jsonfeed&limit=3").text());
        assertEquals("Quiet", json.path("title").asText());
        assertEquals("Silent: one", json.at("/items/0/title").asText());
        assertTrue(json.at("/items/0/id").asText().startsWith("urn:lede:alert:"));
        assertEquals(3, json.path("items").size());
        String next = json.path("next_url").asText();
        JsonNode rest = Json.read(
                feed(TOKEN.toString(), next.substring(next.indexOf('?') + 1)).text());
        assertEquals(2, rest.path("items").size());
        assertTrue(rest.path("next_url").isMissingNode());
        assertTrue(feed(TOKEN.toString(), "").text().contains("<title>Silent: one</title>"));
        assertEquals(
                "source.silent",
                Json.read(feed(TOKEN.toString(), "format=json").text())
                        .at("/items/0/type")
                        .asText());
        assertEquals(200, status(feed(TOKEN.toString(), "format=rss")));
        assertEquals(200, status(feed(TOKEN.toString(), "format=ndjson")));
        assertEquals(400, status(feed(TOKEN.toString(), "format=csv")));
    }

    private static SourceAlert alert(String name, int minute) {
        return new SourceAlert(
                Digest.base32(name + minute),
                SourceId.ofUrl(name),
                name,
                "https://news.example.org/" + name,
                SourceAlert.Kind.SILENT,
                Samples.NOON.plusSeconds(60L * minute),
                Samples.NOON,
                "unchanged",
                "");
    }

    private Invocation feed(String token, String query) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "get-feed"));
        event.put("rawPath", "/v1/feeds/" + token).put("rawQueryString", query);
        event.withObject("/pathParameters").put("token", token);
        return Invocation.of(handler, Json.bytes(event));
    }

    private static int status(Invocation invocation) {
        return invocation.answer().path("statusCode").asInt();
    }

    private static String header(Invocation invocation, String name) {
        return invocation.answer().at("/headers/" + name).asText();
    }
}
