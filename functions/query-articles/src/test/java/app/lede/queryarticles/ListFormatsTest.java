package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListFormatsTest {

    private final Library library = new Library();
    private final InMemoryArticles articles = library.articles();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final QueryArticlesHandler handler = library.handler(clock);

    @BeforeEach
    void fill_the_library() {
        for (int i = 0; i < 3; i++) {
            articles.offer(
                    Samples.article("https://news.example.org/" + i, "words " + i, Samples.NOON.minusSeconds(i)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        json     | application/json
        jsonfeed | application/feed+json
        atom     | application/atom+xml; charset=utf-8
        rss      | application/rss+xml; charset=utf-8
        ndjson   | application/x-ndjson
        csv      | text/csv; charset=utf-8
        """)
    void format_names_the_type_whatever_accept_says(String format, String type) throws IOException {
        assertEquals(type, type(ask("format=" + format, "text/html")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application/rss+xml                                        | application/rss+xml; charset=utf-8
        Application/Atom+XML;q=1.0, application/rss+xml;q=0.9      | application/atom+xml; charset=utf-8
        text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | application/json
        text/csv;header=present ; q=0.2, application/json; q=0.1   | text/csv; charset=utf-8
        text/csv;q=0, */*                                          | application/json
        text/turtle                                                | application/json
        ''                                                         | application/json
        """)
    void the_heaviest_type_of_accept_is_taken_and_json_otherwise(String accept, String type) throws IOException {
        assertEquals(type, type(ask("", accept)));
    }

    @Test
    void a_feed_links_its_own_pages_absolutely_and_keeps_its_format() throws IOException {
        JsonNode feed = Json.read(ask("format=jsonfeed&limit=2", "*/*").text());
        String host = "https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com";
        assertEquals(
                host + "/v1/articles?format=jsonfeed&limit=2",
                feed.path("feed_url").asText());
        String next = feed.path("next_url").asText();
        assertTrue(next.startsWith(host + "/v1/articles?format=jsonfeed&limit=2&cursor="), next);
        JsonNode second =
                Json.read(ask(next.substring(next.indexOf('?') + 1), "*/*").text());
        assertEquals(1, second.path("items").size());
        assertEquals(next, second.path("feed_url").asText());
    }

    @Test
    void a_page_of_lines_names_the_next_in_its_link() throws IOException {
        Invocation lines = ask("format=ndjson&limit=2", "*/*");
        assertEquals(2, lines.text().lines().count());
        assertTrue(lines.answer().at("/headers/link").asText().contains("format=ndjson"));
    }

    @Test
    void an_unknown_format_is_refused_by_name() throws IOException {
        Invocation refused = ask("format=xlsx", "*/*");
        assertEquals(400, refused.answer().path("statusCode").asInt());
        assertEquals(
                "format", Json.read(refused.text()).at("/errors/0/parameter").asText());
    }

    @Test
    void a_forged_host_becomes_no_link() throws IOException {
        ObjectNode event = event("format=atom", "*/*");
        event.withObject("/headers").put("host", "evil.example/\"><script>");
        assertTrue(!Invocation.of(handler, Json.bytes(event)).text().contains("evil"));
    }

    private Invocation ask(String query, String accept) throws IOException {
        return Invocation.of(handler, Json.bytes(event(query, accept)));
    }

    private static ObjectNode event(String query, String accept) {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-articles"));
        event.withObject("/headers").put("accept", accept);
        return event.put("rawQueryString", query);
    }

    private static String type(Invocation invocation) {
        return invocation.answer().at("/headers/content-type").asText();
    }
}
