package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.feed.FeedReader;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.json.Json;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A feed whose every text is as long as a feed may be is polled, and leaves a source that fits in an item of DynamoDB, jobs that
 * fit in messages, and entries of a bounded size.
 */
class OversizedFeedTest {

    /** DynamoDB's bound on an item, with room for the names of its attributes. */
    private static final int LARGEST_ITEM = 350 * 1024;

    private static final URI FEED = URI.create("https://news.example.org/feed.xml");
    private static final SourceId NEWS = SourceId.ofUrl(FEED.toString());
    private static final String LONG = "ü&quot;\u2028".repeat(100_000);
    private static final String WORDS =
            IntStream.range(0, 50_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    private static final String ADDRESS = "https://news.example.org/" + "a%22".repeat(2_000);

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private final InMemoryDocuments documents = new InMemoryDocuments();

    private PollResult poll(String feed) {
        sources.add(Source.added(NEWS, FEED.toString(), null, Samples.NOON));
        InstantSource clock = InstantSource.fixed(Samples.NOON);
        HttpHeaders headers = new HttpHeaders(List.of(
                Map.entry("ETag", '"' + "e".repeat(100_000) + '"'),
                Map.entry("Last-Modified", "l".repeat(100_000)),
                Map.entry("Link", "<" + ADDRESS + ">; rel=\"hub\", <" + ADDRESS + ">; rel=\"self\"")));
        FetchOutcome answer = new FetchOutcome.Fetched(
                FEED, FEED, List.of(), feed.getBytes(StandardCharsets.UTF_8), HttpMeta.of(200, headers, Samples.NOON));
        return new PollSource(
                        sources,
                        new InMemoryLedger(),
                        documents,
                        new PoliteFetcher(
                                request -> answer,
                                new InMemoryHostGate(),
                                new HostGaps(Duration.ofSeconds(2), Map.of()),
                                clock),
                        Samples.CALLBACKS,
                        new FeedReader(),
                        new InMemoryQueue<>(),
                        fetches,
                        clock)
                .poll(new PollJob(NEWS, Samples.NOON));
    }

    private void assertBounded() {
        Source source = sources.get(NEWS).orElseThrow();
        int bytes = Json.text(source).getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < LARGEST_ITEM, () -> "a source of " + bytes + " bytes");
        assertTrue(documents.keys().size() <= 2, () -> documents.keys().toString());
    }

    @Test
    void rss() {
        String item = "<item><title>" + LONG + "</title><link>" + ADDRESS + "</link><guid>" + LONG + "</guid><author>"
                + LONG + "</author><pubDate>" + LONG + "</pubDate><description>" + LONG + "</description><category>"
                + LONG + "</category><rsl:content url=\"" + ADDRESS + "\" server=\"" + ADDRESS
                + "\"><rsl:license><rsl:permits type=\"usage\">" + WORDS
                + "</rsl:permits><rsl:payment type=\"" + LONG + "\">" + LONG
                + "</rsl:payment></rsl:license></rsl:content></item>";
        String feed = "<rss version=\"2.0\" xmlns:rsl=\"https://rslstandard.org/rsl\""
                + " xmlns:atom=\"http://www.w3.org/2005/Atom\">"
                + "<channel><title>" + LONG + "</title><description>" + LONG + "</description><language>" + LONG
                + "</language><ttl>" + "9".repeat(10_000) + "</ttl><atom:link rel=\"hub\" href=\"" + ADDRESS
                + "\"/><atom:link rel=\"self\" href=\"" + ADDRESS + "\"/>" + item + "</channel></rss>";
        assertEquals(new PollResult.Read(1, 1), poll(feed));
        assertEquals(1, fetches.jobs().size());
        assertBounded();
    }

    @Test
    void json() {
        String text = "ü\\\"\\u2028".repeat(100_000);
        String feed =
                ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"%1$s\",\"hubs\":[{\"type\":\"WebSub\",\"url\":\"%2$s\"}],"
                    + "\"feed_url\":\"%2$s\",\"items\":[{\"id\":\"%1$s\",\"url\":\"%2$s\",\"title\":\"%1$s\","
                    + "\"authors\":[{\"name\":\"%1$s\"}],\"content_html\":\"%1$s\",\"date_published\":\"%1$s\"}]}")
                        .formatted(text, ADDRESS);
        assertEquals(new PollResult.Read(1, 1), poll(feed));
        assertBounded();
    }
}
