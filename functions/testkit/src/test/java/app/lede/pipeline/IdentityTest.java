package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.lede.article.ParsedArticle;
import app.lede.document.FetchedFrom;
import app.lede.extract.ArticleExtractor;
import app.lede.feed.FeedReader;
import app.lede.fetch.HostGaps;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity of entries and pages across feeds, polls and redirects. */
class IdentityTest {

    private static final String STORY = "https://news.example.org/bridge";
    private static final Duration GAP = Duration.ofSeconds(1);

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryParkedJobs parked = new InMemoryParkedJobs();
    private Instant now = Samples.NOON;
    private final ScriptedWeb web = new ScriptedWeb(() -> now);
    private final PoliteFetcher fetcher =
            new PoliteFetcher(web, new InMemoryHostGate(), new HostGaps(GAP, Map.of()), () -> now);
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
    private final FetchArticle fetching = new FetchArticle(
            ledger,
            new PageFetcher(fetcher, new InMemoryRobots(), () -> now),
            documents,
            new InMemoryDocumentLog(),
            parked,
            fetches,
            new PageChecks(false, (host, time) -> true),
            () -> now);

    /** Polls a feed that has these items, and returns the number of new ones. */
    private int poll(String feed, String items) {
        web.page(feed, "<rss version='2.0'><channel>" + items + "</channel></rss>");
        SourceId id = SourceId.ofUrl(feed);
        sources.add(Source.added(id, feed, null, now));
        now = now.plus(Duration.ofHours(1));
        return polling.poll(new PollJob(id, now)) instanceof PollResult.Read read ? read.found() : 0;
    }

    private static String linked(String url) {
        return "<item><title>Bridge open</title><link>" + url.replace("&", "&amp;") + "</link></item>";
    }

    private void fetchAll() {
        for (int jobs = 0; jobs < 100; jobs++) {
            List<FetchJob> next = fetches.take();
            if (next.isEmpty()) {
                return;
            }
            next.forEach(job -> {
                now = now.plusSeconds(10);
                fetching.fetch(job);
            });
        }
        throw new AssertionError("no end; asked " + web.urls());
    }

    private long requestsOf(String url) {
        return web.urls().stream().filter(url::equals).count();
    }

    @Test
    void the_same_story_from_three_feeds_is_fetched_once() {
        web.page(STORY + "?utm_source=one", "A page.");
        poll("https://one.example.com/feed", linked(STORY + "?utm_source=one"));
        poll("https://two.example.com/feed", linked("HTTPS://News.Example.org:443/x/../bridge#top"));
        fetchAll();
        poll("https://three.example.com/feed", linked("https://www.google.com/amp/s/news.example.org/bridge"));
        fetchAll();
        assertEquals(1, documents.keys().size());
        assertEquals(
                1, web.urls().stream().filter(url -> url.contains("bridge")).count());
    }

    @Test
    void the_same_story_behind_three_redirects_is_fetched_once() {
        web.page(STORY, "A page.");
        for (int i = 1; i <= 3; i++) {
            web.redirect("https://go.example.com/" + i, STORY);
            poll("https://feed" + i + ".example.com/", linked("https://go.example.com/" + i));
        }
        fetchAll();
        assertEquals(1, requestsOf(STORY));
        assertEquals(1, documents.keys().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        empty           | <guid/>          | <guid></guid>     | <guid/>           | 2
        none            | ''               | ''                | ''                | 2
        reused          | <guid>1</guid>   | <guid>1</guid>    | <guid>1</guid>    | 2
        all changing    | <guid>1</guid>   | <guid>2</guid>    | <guid>3</guid>    | 2
        """)
    void ids_that_name_nothing_neither_lose_an_entry_nor_repeat_it(
            String name, String first, String second, String later, int entries) {
        String one =
                "<title>One</title><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><description>Text.</description>";
        String two = one.replace("One", "Two");
        String feed = "https://notes.example.org/feed";
        assertEquals(entries, poll(feed, "<item>" + first + one + "</item><item>" + second + two + "</item>"));
        fetchAll();
        assertEquals(0, poll(feed, "<item>" + later + one + "</item><item>" + later + two + "</item> "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>One &amp; two</title>",
                "<title><![CDATA[One &amp; <b>two</b>]]></title>",
                "<title>  One\n &amp;amp; two </title>"
            })
    void an_entry_without_a_link_is_the_same_however_its_title_is_written(String title) {
        String rest = "<pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><description>Text.</description></item>";
        String feed = "https://notes.example.org/feed";
        assertEquals(1, poll(feed, "<item><title>One &amp; two</title>" + rest));
        fetchAll();
        assertEquals(0, poll(feed, "<item>" + title + rest + " "));
        assertEquals(1, poll(feed, "<item><title>One &amp; three</title>" + rest));
    }

    @Test
    void an_id_names_an_entry_without_title_or_date() {
        String feed = "https://notes.example.org/feed";
        assertEquals(1, poll(feed, "<item><guid>a</guid><description>Words.</description></item>"));
        fetchAll();
        assertEquals(0, poll(feed, "<item><guid>a</guid><description>Words, corrected.</description></item>"));
        assertEquals(1, poll(feed, "<item><guid>b</guid><description>Words.</description></item>"));
    }

    @Test
    void entries_that_link_to_the_front_page_are_their_own_words() {
        String entry = "<link>https://notes.example.org/</link><description>Words.</description></item>";
        assertEquals(
                2,
                poll(
                        "https://notes.example.org/feed",
                        "<item><title>One</title>" + entry + "<item><title>Two</title>" + entry));
        fetchAll();
        assertEquals(2, documents.keys().size());
        assertEquals(0, requestsOf("https://notes.example.org/"));
    }

    @Test
    void entries_without_pages_become_articles_of_their_own() {
        assertNotEquals(
                parsed("https://notes.example.org/feed#a").id(),
                parsed("https://notes.example.org/feed#b").id());
        assertEquals(
                "https://notes.example.org/feed#a",
                parsed("https://notes.example.org/feed#a").url());
    }

    @Test
    void a_page_of_amp_is_the_article_that_it_names_as_canonical() {
        String canonical = "<link rel=canonical href='https://news.example.org/bridge'>";
        assertEquals(
                parsed(STORY).id(),
                parsed("https://news.example.org/bridge/amp", canonical).id());
        assertNotEquals(
                parsed(STORY).id(),
                parsed("https://other.example/bridge", canonical).id());
    }

    private static ParsedArticle parsed(String url) {
        return parsed(url, "");
    }

    private static ParsedArticle parsed(String url, String head) {
        String text = "<p>" + "The bridge over the river is open to traffic again, the city said. ".repeat(12) + "</p>";
        byte[] body = ("<html><head>" + head + "</head><body><article><h1>Bridge open</h1>" + text
                        + "</article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        InMemoryDocuments store = new InMemoryDocuments();
        String key = "web/" + "a".repeat(64) + "/b";
        store.put(key, body, "text/html", FetchedFrom.page(url, Samples.NOON, FetchedFrom.Discovery.by("source")));
        ParseDocument step = new ParseDocument(
                store,
                new ArticleExtractor(),
                new InMemorySiteLines(),
                new InMemoryArticleTexts(),
                new InMemoryDocumentLog());
        return assertInstanceOf(ParseDocument.Result.Parsed.class, step.parse(store.announced(key)))
                .article();
    }
}
