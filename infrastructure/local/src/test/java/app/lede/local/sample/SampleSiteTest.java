package app.lede.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSiteTest {

    private final SampleSite site = open();
    private final HttpClient http = HttpClient.newHttpClient();

    private static SampleSite open() {
        try {
            return SampleSite.open();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private List<String> links() throws IOException, InterruptedException {
        Document feed = Jsoup.parse(get(site.feed().toString()).body(), "", Parser.xmlParser());
        return feed.select("item > link").eachText();
    }

    @Test
    void the_site_listens_on_loopback_alone() throws IOException {
        assertTrue(InetAddress.getByName(site.feed().getHost()).isLoopbackAddress());
        assertTrue(site.hostAndPort().startsWith("127.0.0.1:"));
    }

    @Test
    void the_feed_has_eight_entries_for_seven_stories() throws IOException, InterruptedException {
        assertEquals(8, links().size());
        assertEquals(
                7,
                links().stream()
                        .map(link -> link.replaceFirst("\\?.*", ""))
                        .distinct()
                        .count());
    }

    @Test
    void every_entry_leads_to_a_page_but_one_behind_a_redirect_and_one_that_is_missing()
            throws IOException, InterruptedException {
        for (String link : links()) {
            int status = get(link).statusCode();
            int expected = link.endsWith("/go/1006") ? 302 : link.endsWith("/seed-library.html") ? 404 : 200;
            assertEquals(expected, status, link);
        }
    }

    @Test
    void the_redirect_leads_to_a_page() throws IOException, InterruptedException {
        String location = get("http://" + site.hostAndPort() + "/go/1006")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> page = get(location);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Night ferry"));
    }

    @Test
    void no_page_shows_the_placeholder_of_the_sites_address() throws IOException, InterruptedException {
        for (String link : links()) {
            assertFalse(get(link).body().contains("{{"), link);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/feed.xml/", "/../documents/index.txt", "/%2e%2e/documents/index.txt", "/2026"})
    void nothing_else_is_served(String path) throws IOException, InterruptedException {
        assertEquals(404, get("http://" + site.hostAndPort() + path).statusCode());
    }
}
