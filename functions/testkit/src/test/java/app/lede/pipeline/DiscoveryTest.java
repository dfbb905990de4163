package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.feed.FeedReader;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.HostGaps;
import app.lede.source.Health;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Discovery from a site's or sitemap index's address to its entries. */
class DiscoveryTest {

    private static final String SITE = "https://news.example.org";
    private static final String HOME = SITE + "/";
    private static final Duration GAP = Duration.ofSeconds(5);

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private Instant now = Samples.NOON;
    private final ScriptedWeb web = new ScriptedWeb(() -> now).page(HOME, "<html><title>News</title></html>");
    private final PollSource step = new PollSource(
            sources,
            new InMemoryLedger(),
            new InMemoryDocuments(),
            new PoliteFetcher(web, new InMemoryHostGate(), new HostGaps(GAP, Map.of()), () -> now),
            Samples.CALLBACKS,
            new FeedReader(),
            polls,
            fetches,
            () -> now);

    private static String rss(String... paths) {
        StringBuilder items = new StringBuilder();
        for (String path : paths) {
            items.append("<item><title>A</title><link>").append(SITE + path).append("</link></item>");
        }
        return "<rss version='2.0'><channel><title>News</title>" + items + "</channel></rss>";
    }

    private static String sitemap(String... paths) {
        StringBuilder urls = new StringBuilder();
        for (String path : paths) {
            urls.append("<url><loc>").append(SITE + path).append("</loc></url>");
        }
        return "<urlset>" + urls + "</urlset>";
    }

    /** Polls a source an hour later and runs all queued jobs. */
    private PollResult poll(String url) {
        SourceId id = SourceId.ofUrl(url);
        sources.add(Source.added(id, url, null, now));
        now = now.plus(Duration.ofHours(1));
        PollResult end = step.poll(new PollJob(id, now));
        for (int jobs = 0; jobs < 200; jobs++) {
            List<PollJob> next = polls.take();
            if (next.isEmpty()) {
                return end;
            }
            now = now.plus(GAP);
            end = step.poll(next.getFirst());
        }
        throw new AssertionError("no end; asked " + web.urls());
    }

    private Source source(String url) {
        return sources.get(SourceId.ofUrl(url)).orElseThrow();
    }

    private List<String> found() {
        return fetches.jobs().stream().map(FetchJob::key).toList();
    }

    @Test
    void the_feed_that_a_page_names_is_polled_from_then_on() {
        web.page(HOME, """
            <html><head><link rel=alternate type=application/rss+xml href=/comments/feed>
            <link rel=alternate type=application/rss+xml href=/real.xml></head></html>
            """).page(SITE + "/real.xml", rss("/1", "/2"));
        assertEquals(new PollResult.Discovered(SITE + "/real.xml", 2, 2), poll(HOME));
        assertEquals(SITE + "/real.xml", source(HOME).feedUrl());
        assertEquals("News", source(HOME).name());
        assertEquals(new PollResult.Unchanged(), poll(HOME));
        assertEquals(List.of(HOME, SITE + "/real.xml", SITE + "/real.xml"), web.urls());
    }

    @Test
    void a_news_sitemap_that_robots_txt_names_is_as_good_as_a_feed() {
        web.page(SITE + "/robots.txt", """
            User-agent: *
            Disallow: /
            Sitemap: https://news.example.org/sitemap.xml
            Sitemap: https://news.example.org/news.xml
            """).page(SITE + "/news.xml", sitemap("/1"));
        assertEquals(new PollResult.Discovered(SITE + "/news.xml", 1, 1), poll(HOME));
        assertEquals(List.of(HOME, SITE + "/robots.txt", SITE + "/news.xml"), web.urls());
    }

    @Test
    void the_usual_paths_are_tried_before_a_sitemap_of_everything() {
        web.page(SITE + "/robots.txt", "Sitemap: https://news.example.org/sitemap.xml")
                .page(SITE + "/sitemap.xml", sitemap("/1"))
                .page(SITE + "/feed", "<html>Subscribe!</html>")
                .page(SITE + "/rss", rss())
                .page(SITE + "/feed.xml", rss("/1"));
        assertEquals(new PollResult.Discovered(SITE + "/feed.xml", 1, 1), poll(HOME));
        assertEquals(
                List.of("/", "/robots.txt", "/feed", "/rss", "/rss.xml", "/feed.xml"),
                web.urls().stream().map(url -> URI.create(url).getPath()).toList());
    }

    @Test
    void a_site_without_a_feed_fails_by_name_and_is_asked_at_most_twenty_times_in_its_turn() {
        PollResult.Failed failed = assertInstanceOf(PollResult.Failed.class, poll(HOME));
        assertEquals("no-feed", failed.outcome());
        assertTrue(web.urls().size() <= 20, web.urls()::toString);
        for (int i = 1; i < web.asked().size(); i++) {
            Duration pause = Duration.between(
                    web.asked().get(i - 1).at(), web.asked().get(i).at());
            assertTrue(pause.compareTo(GAP) >= 0, web.asked()::toString);
        }
        assertEquals(1, source(HOME).health().errors().length());
    }

    @Test
    void a_site_without_a_feed_is_searched_for_three_days_and_then_once_in_thirty_days() {
        for (int day = 1; day <= 3; day++) {
            poll(HOME);
            int expected = day < 3 ? 1_440 : 43_200;
            assertEquals(expected, source(HOME).schedule().interval(), "after search " + day);
        }
        assertEquals(Optional.of(Health.Alert.DEAD), source(HOME).alert());
        web.page(SITE + "/feed", rss("/1"));
        assertEquals("discovered", poll(HOME).label());
        assertEquals(60, source(HOME).schedule().interval());
    }

    @Test
    void of_a_sitemap_s_pages_those_count_that_changed_in_the_month_before_the_source_was_added_or_since() {
        String map = SITE + "/sitemap.xml";
        String day = "<url><loc>%s/%s</loc><lastmod>%s</lastmod></url>";
        Instant added = now;
        String pages = day.formatted(SITE, "old", added.minus(Duration.ofDays(31)))
                + day.formatted(SITE, "recent", added.minus(Duration.ofDays(29)))
                + "<url><loc>" + SITE + "/undated</loc></url>";
        web.page(map, "<urlset>" + pages + "</urlset>");
        assertEquals(new PollResult.Read(3, 2), poll(map));
        String changed = day.formatted(SITE, "old", now);
        web.page(map, "<urlset>" + pages + changed + "</urlset>");
        assertEquals(new PollResult.Read(4, 1), poll(map));
        assertEquals(List.of(SITE + "/recent", SITE + "/undated", SITE + "/old"), found());
    }

    @Test
    void an_old_entry_of_a_feed_counts_since_a_feed_only_holds_what_its_publisher_wants_read() {
        String feed = SITE + "/feed.xml";
        web.page(
                feed,
                rss("/1").replace("</title><link>", "</title><pubDate>Tue, 1 Jan 2019 00:00:00 GMT</pubDate><link>"));
        assertEquals("read", poll(feed).label());
        assertEquals(List.of(SITE + "/1"), found());
    }

    @Test
    void a_feed_that_becomes_a_page_is_out_of_order_and_not_looked_for_elsewhere() {
        String feed = SITE + "/feed.xml";
        web.page(feed, rss("/1")).page(SITE + "/feed", rss("/other"));
        assertEquals(new PollResult.Read(1, 1), poll(feed));
        web.page(feed, "<html>Maintenance</html>");
        assertEquals("not-a-feed", poll(feed).label());
        assertEquals(2, web.urls().size());
    }

    @Test
    void an_index_is_read_through_its_three_most_promising_sitemaps_at_every_poll() {
        String index = SITE + "/index-of-maps.xml";
        web.page(index, """
            <sitemapindex>
            <sitemap><loc>/tags.xml</loc></sitemap>
            <sitemap><loc>/2026-02.xml</loc><lastmod>2026-02-28</lastmod></sitemap>
            <sitemap><loc>/2026-03.xml</loc><lastmod>2026-03-02</lastmod></sitemap>
            <sitemap><loc>/news.xml</loc></sitemap>
            </sitemapindex>
            """)
                .page(SITE + "/news.xml", sitemap("/1", "/2"))
                .page(SITE + "/2026-03.xml", sitemap("/2", "/3"))
                .answer(
                        SITE + "/2026-02.xml",
                        new FetchOutcome.Refused(URI.create(SITE + "/2026-02.xml"), 403, "status 403"));
        assertEquals(new PollResult.Read(4, 3), poll(index));
        assertEquals(List.of(SITE + "/1", SITE + "/2", SITE + "/3"), found());
        assertEquals(4, source(index).health().etiquette().requests());
        web.page(SITE + "/news.xml", sitemap("/4", "/1"));
        assertEquals(new PollResult.Read(4, 1), poll(index));
        assertEquals(8, web.urls().size());
    }

    @Test
    void an_index_of_which_nothing_can_be_read_is_a_failure() {
        String index = SITE + "/map.xml";
        web.page(index, "<sitemapindex><sitemap><loc>/map.xml</loc></sitemap></sitemapindex>");
        assertEquals("not-a-feed", poll(index).label());
        assertEquals(2, web.urls().size());
    }

    @Test
    void a_feed_on_another_host_is_asked_in_that_host_s_turn() {
        String feed = SITE + "/feed.xml";
        web.redirect(feed, "https://feeds.example.com/news").page("https://feeds.example.com/news", rss("/1"));
        assertEquals(new PollResult.Read(1, 1), poll(feed));
        assertEquals(List.of(feed, "https://feeds.example.com/news"), web.urls());
    }
}
