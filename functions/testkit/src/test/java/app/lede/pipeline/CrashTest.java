package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.boilerplate.SiteLines;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentStore;
import app.lede.document.ObjectCreated;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.feed.FeedReader;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.Fetcher;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HostGate;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.fetch.UrlLedger;
import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsStore;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.source.SourceStore;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.Crashes;
import app.lede.testkit.EveryCrash;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each step crashes before and after every call of every port; after redelivery the result equals that of a run without
 * crashes.
 */
class CrashTest {

    private static final LanguageDetector LANGUAGES = new LanguageDetector();
    private static final FactFinder FACTS = new FactFinder();
    private static final Duration GAP = Duration.ofSeconds(2);
    private static final URI FEED = URI.create("https://news.example.org/feed.xml");
    private static final URI PAGE = URI.create("https://news.example.org/1");
    private static final SourceId NEWS = SourceId.ofUrl(FEED.toString());
    private static final String RSS = """
        <rss version="2.0"><channel><title>News</title>
        <item><title>One</title><link>https://news.example.org/1</link></item>
        <item><title>Two</title><link>https://news.example.org/2</link></item>
        </channel></rss>
        """;

    @Test
    void poll_source_may_die_anywhere() {
        EveryCrash.isMadeGood(12, Polling::new);
    }

    @Test
    void fetch_article_may_die_anywhere() {
        EveryCrash.isMadeGood(8, () -> new Fetching(page(), null));
    }

    @Test
    void fetch_article_may_die_anywhere_while_it_stores_the_feeds_words() {
        EveryCrash.isMadeGood(8, () -> new Fetching(new FetchOutcome.Gone(PAGE, 410), "<p>In short.</p>"));
    }

    @Test
    void fetch_article_may_die_anywhere_while_it_records_a_refusal() {
        EveryCrash.isMadeGood(8, () -> new Fetching(new FetchOutcome.Gone(PAGE, 410), null));
    }

    @Test
    void parse_document_may_die_anywhere() {
        String body = "<html><head><title>Bridge open</title></head><body><article><h1>Bridge open</h1><p>"
                + "The bridge over the river is open to traffic again, the city said on Friday. ".repeat(12)
                + "</p></article></body></html>";
        EveryCrash.isMadeGood(4, () -> new Parsing(body));
    }

    @Test
    void parse_document_may_die_anywhere_while_it_records_that_there_is_no_article() {
        EveryCrash.isMadeGood(4, () -> new Parsing("\u0000\u0001\u0002"));
    }

    @Test
    void summarise_article_may_die_anywhere() {
        EveryCrash.isMadeGood(6, Summarising::new);
    }

    @Test
    void clocks_of_two_containers_may_differ_by_ten_minutes() {
        EveryCrash.isMadeGoodUnderSkew(12, Polling::new);
        EveryCrash.isMadeGoodUnderSkew(8, () -> new Fetching(page(), null));
        EveryCrash.isMadeGoodUnderSkew(6, Summarising::new);
    }

    private static PoliteFetcher polite(FetchOutcome outcome, HostGate gate, InstantSource clock, Crashes crashes) {
        Fetcher fetcher = (FetchRequest request) -> outcome;
        return new PoliteFetcher(
                crashes.around(Fetcher.class, fetcher),
                crashes.around(HostGate.class, gate),
                new HostGaps(GAP, Map.of()),
                clock);
    }

    private static FetchOutcome page() {
        return fetched(PAGE, "<p>A page.</p>");
    }

    private static FetchOutcome fetched(URI url, String body) {
        HttpMeta meta = HttpMeta.of(200, new HttpHeaders(List.of(Map.entry("ETag", "\"v1\""))), Samples.NOON);
        return new FetchOutcome.Fetched(url, url, List.of(), body.getBytes(StandardCharsets.UTF_8), meta);
    }

    private static <J> JobQueue<J> queue(InMemoryQueue<J> queue, Crashes crashes) {
        return new JobQueue<>() {
            @Override
            public void send(List<J> jobs) {
                jobs.forEach(job -> {
                    crashes.step();
                    queue.send(List.of(job));
                });
                crashes.step();
            }

            @Override
            public void sendLater(J job, Duration delay) {
                crashes.step();
                queue.sendLater(job, delay);
                crashes.step();
            }
        };
    }

    private static final class Polling implements EveryCrash.World {

        private final InMemorySources sources = new InMemorySources();
        private final InMemoryLedger ledger = new InMemoryLedger();
        private final InMemoryHostGate gate = new InMemoryHostGate();
        private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
        private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
        private final InMemoryDocuments documents = new InMemoryDocuments();

        Polling() {
            sources.add(Source.added(NEWS, FEED.toString(), null, Samples.NOON));
        }

        /** Handles the message, and what earlier attempts put off. */
        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            List<PollJob> later = polls.take();
            PollSource step = step(clock, crashes);
            step.poll(new PollJob(NEWS, Samples.NOON));
            later.forEach(step::poll);
        }

        private PollSource step(InstantSource clock, Crashes crashes) {
            return new PollSource(
                    crashes.around(SourceStore.class, sources),
                    crashes.around(UrlLedger.class, ledger),
                    crashes.around(DocumentStore.class, documents),
                    polite(fetched(FEED, RSS), gate, clock, crashes),
                    Samples.CALLBACKS,
                    new FeedReader(),
                    queue(polls, crashes),
                    queue(fetches, crashes),
                    clock);
        }

        /** Ignores repeated jobs; the number of entries is that of the attempt that completed. */
        @Override
        public Object end() {
            record End(
                    Set<String> jobs,
                    Map<CanonicalUrl, UrlLedger.Mark> marks,
                    @Nullable String etag,
                    @Nullable Instant polledFor,
                    @Nullable String name) {}
            Set<String> jobs = fetches.jobs().stream().map(FetchJob::key).collect(Collectors.toSet());
            List<CanonicalUrl> urls = jobs.stream().map(CanonicalUrl::new).toList();
            Source source = sources.get(NEWS).orElseThrow();
            return new End(
                    jobs,
                    ledger.look(urls, Samples.NOON),
                    source.validators().etag(),
                    source.schedule().polledFor(),
                    source.name());
        }
    }

    private static final class Fetching implements EveryCrash.World {

        private final InMemoryLedger ledger = new InMemoryLedger();
        private final InMemoryHostGate gate = new InMemoryHostGate();
        private final InMemoryRobots robots = new InMemoryRobots();
        private final InMemoryDocuments documents = new InMemoryDocuments();
        private final InMemoryDocumentLog log = new InMemoryDocumentLog();
        private final FetchOutcome outcome;
        private final @Nullable String words;

        Fetching(FetchOutcome outcome, @Nullable String words) {
            this.outcome = outcome;
            this.words = words;
            robots.keep("https://news.example.org", new RobotsAnswer.Absent(), Samples.NOON.plusSeconds(3_600));
        }

        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            String content = words == null ? null : "entries/one/words";
            if (words != null) {
                documents.putEntries(Map.of("entries/one/words", words.getBytes(StandardCharsets.UTF_8)));
            }
            FetchJob.Entry entry = new FetchJob.Entry("One", null, null, content, null);
            new FetchArticle(
                            crashes.around(UrlLedger.class, ledger),
                            new PageFetcher(
                                    polite(outcome, gate, clock, crashes),
                                    crashes.around(RobotsStore.class, robots),
                                    clock),
                            crashes.around(DocumentStore.class, documents),
                            crashes.around(DocumentLog.class, log),
                            crashes.around(ParkedJobs.class, new InMemoryParkedJobs()),
                            queue(new InMemoryQueue<>(), crashes),
                            new PageChecks(true, (host, time) -> true),
                            clock)
                    .fetch(FetchJob.of(PAGE.toString(), PAGE.toString(), NEWS, FEED.toString(), Samples.NOON, entry));
        }

        @Override
        public Object end() {
            record End(Set<String> objects, Map<CanonicalUrl, UrlLedger.Mark> marks, List<?> outcomes) {}
            return new End(
                    documents.keys(),
                    ledger.look(List.of(new CanonicalUrl(PAGE.toString())), Samples.NOON),
                    log.newest(null, 10));
        }
    }

    private static final class Parsing implements EveryCrash.World {

        private final InMemoryDocuments documents = new InMemoryDocuments();
        private final InMemorySiteLines lines = new InMemorySiteLines();
        private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
        private final InMemoryDocumentLog log = new InMemoryDocumentLog();
        private final ObjectCreated announced;

        Parsing(String body) {
            announced = documents.upload("inbox/bridge.html", body.getBytes(StandardCharsets.UTF_8), "text/html");
        }

        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            new ParseDocument(
                            crashes.around(DocumentStore.class, documents),
                            new ArticleExtractor(),
                            crashes.around(SiteLines.class, lines),
                            crashes.around(ArticleTexts.class, texts),
                            crashes.around(DocumentLog.class, log))
                    .parse(announced);
        }

        @Override
        public Object end() {
            record End(Set<String> texts, List<?> outcomes) {}
            return new End(texts.keys(), log.newest(null, 10));
        }
    }

    private static final class Summarising implements EveryCrash.World {

        private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
        private final InMemoryArticles articles = new InMemoryArticles();
        private final InMemoryDocumentLog log = new InMemoryDocumentLog();
        private final ParsedArticle parsed = Samples.parsed(
                PAGE.toString(), "Brücke offen", Precedence.of(Precedence.Origin.PAGE, null, Samples.NOON));

        Summarising() {
            texts.put(parsed);
        }

        @Override
        public void handle(InstantSource clock, Crashes crashes) {
            new SummariseArticle(
                            crashes.around(ArticleTexts.class, texts),
                            crashes.around(ArticleStore.class, articles),
                            crashes.around(DocumentLog.class, log),
                            LANGUAGES,
                            FACTS,
                            new ExtractiveSummariser(),
                            clock,
                            Watchdog.UNBOUNDED,
                            new Deletion(articles, texts, new InMemoryDocuments(), log, clock))
                    .summarise(parsed.key());
        }

        @Override
        public Object end() {
            record End(List<?> articles, List<?> outcomes) {}
            // The time of storing is the time of the attempt that stored it.
            List<Article> stored = articles.getAll(List.of(parsed.id())).stream()
                    .map(article -> article.storedAt(Samples.NOON))
                    .toList();
            return new End(stored, log.newest(null, 10));
        }
    }
}
