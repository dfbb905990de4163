package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.extract.ArticleExtractor;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.robots.RobotsAnswer;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryParkedJobs;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryRobots;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Publisher's usage signals, from response headers and the page to the article. */
class UsageInfoTest {

    private static final URI PAGE = URI.create("https://news.example.org/bridge");
    private static final Duration GAP = Duration.ofSeconds(1);

    private final InMemoryDocuments documents = new InMemoryDocuments();

    private @Nullable String usageInfo(String head, List<Map.Entry<String, String>> headers) {
        String text = "<p>" + "The bridge over the river is open to traffic again, the city said. ".repeat(12) + "</p>";
        byte[] body = ("<html><head>" + head + "</head><body><h1>Bridge open</h1>" + text + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
        HttpMeta meta = HttpMeta.of(200, new HttpHeaders(headers), Samples.NOON);
        FetchOutcome.Fetched page = new FetchOutcome.Fetched(PAGE, PAGE, List.of(), body, meta);
        InMemoryRobots robots = new InMemoryRobots();
        robots.keep("https://news.example.org", new RobotsAnswer.Absent(), Samples.NOON.plusSeconds(60));
        PoliteFetcher fetcher = new PoliteFetcher(
                request -> page, new InMemoryHostGate(), new HostGaps(GAP, Map.of()), () -> Samples.NOON);
        FetchResult.Stored stored = assertInstanceOf(
                FetchResult.Stored.class,
                new FetchArticle(
                                new InMemoryLedger(),
                                new PageFetcher(fetcher, robots, () -> Samples.NOON),
                                documents,
                                new InMemoryDocumentLog(),
                                new InMemoryParkedJobs(),
                                new InMemoryQueue<>(),
                                new PageChecks(true, (host, time) -> true),
                                () -> Samples.NOON)
                        .fetch(FetchJob.of(
                                PAGE.toString(),
                                PAGE.toString(),
                                SourceId.ofUrl("https://news.example.org/feed"),
                                "https://news.example.org/feed",
                                Samples.NOON,
                                new FetchJob.Entry(null, null, null, null, null))));
        ParseDocument parsing = new ParseDocument(
                documents,
                new ArticleExtractor(),
                new InMemorySiteLines(),
                new InMemoryArticleTexts(),
                new InMemoryDocumentLog());
        return assertInstanceOf(ParseDocument.Result.Parsed.class, parsing.parse(documents.announced(stored.key())))
                .article()
                .provenance()
                .usageInfo();
    }

    @Test
    void headers_and_page_are_recorded_together() {
        assertEquals(
                "noarchive, noai, tdm-reservation=1, tdm-policy=https://news.example.org/policy.json",
                usageInfo(
                        "<meta name=robots content='index, NOAI'><meta name=tdm-reservation content=1>",
                        List.of(
                                Map.entry("X-Robots-Tag", "noarchive"),
                                Map.entry("X-Robots-Tag", "otherbot: none"),
                                Map.entry("TDM-Reservation", "0"),
                                Map.entry("TDM-Policy", "https://news.example.org/policy.json"))));
    }

    @Test
    void a_publisher_who_says_nothing_is_recorded_with_nothing() {
        assertEquals(null, usageInfo("<meta name=robots content='index, follow'>", List.of()));
    }
}
