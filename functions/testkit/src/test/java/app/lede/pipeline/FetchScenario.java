package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.article.ParsedArticle;
import app.lede.document.ObjectCreated;
import app.lede.extract.ArticleExtractor;
import app.lede.feed.FeedReader;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.source.Source;
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
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Feeds and pages from the poll to the parsed article, over ports in memory. */
abstract class FetchScenario {

    static final String SENTENCE = "The bridge over the river is open to traffic again, the city said on Friday. ";

    final InMemorySources sources = new InMemorySources();
    final InMemoryLedger ledger = new InMemoryLedger();
    final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    final InMemoryParkedJobs parked = new InMemoryParkedJobs();
    final InMemoryDocuments documents = new InMemoryDocuments();
    final InMemoryDocumentLog log = new InMemoryDocumentLog();
    final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryRobots robots = new InMemoryRobots();
    Instant now = Samples.NOON;
    final ScriptedWeb web = new ScriptedWeb(() -> now);
    boolean checking;
    boolean budget = true;
    int budgeted;
    RightsFiles rights = RightsFiles.NONE;
    private final Set<ObjectCreated> announced = new HashSet<>();
    private final List<ParsedArticle> parsed = new ArrayList<>();

    private final PoliteFetcher fetcher =
            new PoliteFetcher(web, new InMemoryHostGate(), new HostGaps(Duration.ofSeconds(2), Map.of()), () -> now);
    private final PollSource polling = new PollSource(
            sources,
            ledger,
            documents,
            fetcher,
            Samples.CALLBACKS,
            new FeedReader(),
            new InMemoryQueue<>(),
            fetches,
            () -> now);
    private final ParseDocument parsing =
            new ParseDocument(documents, new ArticleExtractor(), new InMemorySiteLines(), texts, log);

    private FetchArticle fetching() {
        return new FetchArticle(
                ledger,
                new PageFetcher(fetcher, robots, rights, () -> now),
                documents,
                log,
                parked,
                fetches,
                new PageChecks(checking, (host, time) -> {
                    budgeted++;
                    return budget;
                }),
                () -> now);
    }

    /** Polls a feed with these items, and fetches and parses the new entries. */
    void poll(String feed, String... items) {
        web.page(feed, "<rss version='2.0'><channel>" + String.join("", items) + "</channel></rss>");
        SourceId id = SourceId.ofUrl(feed);
        sources.add(Source.added(id, feed, null, now));
        now = now.plus(Duration.ofMinutes(1));
        polling.poll(new PollJob(id, now));
        fetchAll();
    }

    static String item(String url, String title, String content) {
        return "<item><title>" + title + "</title><link>" + url.replace("&", "&amp;") + "</link><description>"
                + content.replace("<", "&lt;") + "</description></item>";
    }

    /** Works through the queue, and parses every new object. */
    void fetchAll() {
        for (int rounds = 0; rounds < 100; rounds++) {
            List<FetchJob> jobs = fetches.take();
            if (jobs.isEmpty()) {
                parseAll();
                return;
            }
            for (FetchJob job : jobs) {
                now = now.plusSeconds(10);
                fetching().fetch(job);
                parseAll();
            }
        }
        throw new AssertionError("no end; asked " + web.urls());
    }

    /** Lets time pass, and fetches what was parked until then. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        while (true) {
            Optional<FetchJob> next = parked.all().stream()
                    .filter(job -> !moment(job).isAfter(end))
                    .min(Comparator.comparing(FetchScenario::moment));
            if (next.isEmpty()) {
                now = now.isAfter(end) ? now : end;
                return;
            }
            now = moment(next.get()).isAfter(now) ? moment(next.get()) : now;
            parked.take(next.get());
            fetching().fetch(next.get());
            fetchAll();
        }
    }

    private static Instant moment(FetchJob job) {
        return Optional.ofNullable(job.notBefore()).orElseThrow();
    }

    private void parseAll() {
        for (String key : documents.keys()) {
            ObjectCreated object = documents.announced(key);
            if (announced.add(object) && parsing.parse(object) instanceof ParseDocument.Result.Parsed end) {
                parsed.add(end.article());
            }
        }
    }

    /** Returns the highest-ranking revision at an address. */
    Optional<ParsedArticle> article(String url) {
        return parsed.stream()
                .filter(article -> article.id().equals(ArticleId.ofUrl(url)))
                .max(Comparator.comparing(article -> article.provenance().precedence()));
    }

    /** Returns the number of articles. */
    long articles() {
        return parsed.stream().map(ParsedArticle::id).distinct().count();
    }

    int parses() {
        return parsed.size();
    }

    static String page(String head, String text) {
        return "<html><head>" + head + "</head><body><article><h1>Bridge open</h1><p>" + text
                + "</p></article></body></html>";
    }

    static String story(int number) {
        return ("Story " + number + " tells of street " + number + ". " + SENTENCE).repeat(10);
    }

    /** Returns a response with validators. */
    FetchOutcome answer(String url, String body, String etag) {
        HttpMeta meta = HttpMeta.of(
                200, new HttpHeaders(List.of(Map.entry("Content-Type", "text/html"), Map.entry("ETag", etag))), now);
        return new FetchOutcome.Fetched(
                URI.create(url), URI.create(url), List.of(), body.getBytes(StandardCharsets.UTF_8), meta);
    }
}
