package app.lede.pipeline;

import static app.lede.pipeline.BackfillScenario.FEED;
import static app.lede.pipeline.BackfillScenario.GAP;
import static app.lede.pipeline.BackfillScenario.ID;
import static app.lede.pipeline.BackfillScenario.SITE;
import static app.lede.pipeline.BackfillScenario.archive;
import static app.lede.pipeline.BackfillScenario.archived;
import static app.lede.pipeline.BackfillScenario.articles;
import static app.lede.pipeline.BackfillScenario.feed;
import static app.lede.pipeline.BackfillScenario.pages;
import static app.lede.pipeline.BackfillScenario.sitemap;
import static app.lede.pipeline.BackfillScenario.stories;
import static app.lede.pipeline.BackfillScenario.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.backfill.ArticleOutcome;
import app.lede.backfill.Backfill;
import app.lede.backfill.Budget;
import app.lede.backfill.PageOutcome;
import app.lede.fetch.FetchOutcome;
import app.lede.source.Source;
import app.lede.testkit.Crashes;
import app.lede.testkit.InMemoryQueue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillTest {

    /** Every point in CI, every third elsewhere. */
    private static final int EVERY = Boolean.getBoolean("long") ? 1 : 3;

    private final BackfillScenario past = new BackfillScenario();

    @Test
    void archives_that_name_each_other_are_read_once_and_sent_the_oldest_first() {
        Backfill run = archived(past).run(Budget.USUAL);
        assertEquals(List.of("/feed/", "/2020-2", "/2020-1"), past.asked());
        assertEquals(List.of("/10/a", "/11/b", "/20/c", "/21/d", "/29/e", "/30/f"), past.sent());
        assertEquals(Backfill.Phase.COMPLETE, run.phase());
        assertEquals(Map.of(PageOutcome.READ, 3), pages(run));
        assertEquals(articles(ArticleOutcome.SENT, 6), run.articles());
        assertTrue(past.fetches.jobs().stream().allMatch(job -> job.why() == FetchJob.Purpose.PAST));
    }

    @Test
    void an_entry_of_today_is_news_though_an_archive_holds_it() {
        archived(past).run(Budget.USUAL);
        Instant newest = past.fetches.jobs().stream()
                .map(job -> Instant.parse(Objects.requireNonNull(job.entry().published())))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        BackfillScenario today = new BackfillScenario();
        today.now = newest.plus(Duration.ofHours(2));
        archived(today).run(Budget.USUAL);
        List<String> news = today.fetches.jobs().stream()
                .filter(job -> job.why() != FetchJob.Purpose.PAST)
                .map(job -> job.entry().published())
                .toList();
        assertEquals(List.of(newest.toString()), news);
    }

    @Test
    void every_request_waits_for_the_turn_of_the_host() {
        archived(past).run(Budget.USUAL);
        for (int i = 1; i < past.web.asked().size(); i++) {
            Duration pause = Duration.between(
                    past.web.asked().get(i - 1).at(), past.web.asked().get(i).at());
            assertTrue(pause.compareTo(GAP) >= 0, past.web.asked()::toString);
        }
        assertEquals(SITE + "/robots.txt", past.web.urls().getFirst());
    }

    @Test
    void an_archive_that_links_to_itself_or_in_a_circle_ends() {
        past.web
                .page(FEED, feed(archive("/2020-2"), "30/f"))
                .page(SITE + "/2020-2", feed(archive("/2020-1"), "21/d"))
                .page(SITE + "/2020-1", feed(archive("/2020-2"), "11/b"));
        Backfill run = past.run(Budget.USUAL);
        assertEquals(List.of("/feed/", "/2020-2", "/2020-1"), past.asked());
        assertEquals(articles(ArticleOutcome.SENT, 3), run.articles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://victim.example/?page=2", FEED})
    void a_link_to_another_site_or_to_the_feed_itself_is_left_for_the_other_ways(String link) {
        past.web
                .page(FEED, feed("<atom:link rel='next' href='" + link + "'/>", "30/f"))
                .page("https://victim.example/?page=2", feed("", "11/b"))
                .page(FEED + "?paged=2", feed("", "21/d"));
        Backfill run = past.run(Budget.USUAL);
        assertEquals(List.of("/feed/", "/feed/?paged=2", "/feed/?paged=3"), past.asked());
        assertEquals(articles(ArticleOutcome.SENT, 2), run.articles());
    }

    @Test
    void wordpress_is_paged_to_its_404_and_known_articles_are_not_sent() {
        past.web
                .page(FEED, feed("", "30/f", "29/e"))
                .page(FEED + "?paged=2", feed("", "21/d", "20/c", "29/e"))
                .page(FEED + "?paged=3", feed("", "11/b"));
        past.know("/30/f");
        Backfill run = past.run(Budget.USUAL);
        assertEquals(List.of("/feed/", "/feed/?paged=2", "/feed/?paged=3", "/feed/?paged=4"), past.asked());
        assertEquals(List.of("/11/b", "/20/c", "/21/d", "/29/e"), past.sent());
        assertEquals(Map.of(PageOutcome.READ, 3, PageOutcome.MISSING, 1), pages(run));
        assertEquals(articles(ArticleOutcome.KNOWN, 2, ArticleOutcome.SENT, 4), run.articles());
    }

    @Test
    void a_feed_that_ignores_the_number_is_left_for_the_sitemaps_of_robots_txt() {
        String newest = feed("", "30/f");
        past.web
                .page(SITE + "/robots.txt", "User-agent: *\nSitemap: " + SITE + "/index.xml")
                .page(FEED, newest)
                .page(FEED + "?paged=2", newest)
                .page(SITE + "/index.xml", """
                    <sitemapindex><sitemap><loc>%1$s/2020-02.xml</loc><lastmod>2020-02-28</lastmod></sitemap>
                    <sitemap><loc>%1$s/2020-03.xml</loc><lastmod>2020-03-30</lastmod></sitemap>
                    <sitemap><loc>%1$s/2019.xml</loc><lastmod>2019-12-30</lastmod></sitemap></sitemapindex>
                    """.formatted(SITE))
                .page(SITE + "/2020-03.xml", sitemap("2020-03-29 /e", "2020-03-30 /f"))
                .page(SITE + "/2020-02.xml", sitemap("2020-02-02 /b", "2020-01-02 /z", "2020-02-01 /a"));
        Backfill run = past.run(new Budget(50, 100, Instant.parse("2020-02-01T00:00:00Z")));
        assertEquals(List.of("/feed/", "/feed/?paged=2", "/index.xml", "/2020-03.xml", "/2020-02.xml"), past.asked());
        assertEquals(List.of("/a", "/b", "/e", "/f", "/30/f"), past.sent());
        assertEquals(Map.of(PageOutcome.READ, 3, PageOutcome.REPEATED, 1, PageOutcome.INDEX, 1), pages(run));
        assertEquals(articles(ArticleOutcome.SENT, 5, ArticleOutcome.TOO_OLD, 1), run.articles());
    }

    @Test
    void sitemaps_that_are_not_asked_for_are_counted() {
        String loc = "<sitemap><loc>" + SITE + "/%s.xml</loc><lastmod>%s</lastmod></sitemap>";
        String young = IntStream.range(0, 6)
                .mapToObj(number -> loc.formatted(number, "2020-03-30"))
                .collect(Collectors.joining());
        past.web
                .page(FEED, "<html>gone</html>")
                .page(
                        SITE + "/sitemap.xml",
                        "<sitemapindex>" + young + loc.formatted("old", "2019-12-30") + "</sitemapindex>");
        Backfill run = past.run(new Budget(4, 100, Instant.parse("2020-02-01T00:00:00Z")));
        assertEquals(1, run.walk().tooOld());
        assertEquals(2, run.walk().over());
        assertEquals(2, run.walk().ahead().size(), "of four, two pages were left to ask for");
    }

    @Test
    void sitemaps_that_the_state_has_no_room_for_are_counted() {
        String loc = "<sitemap><loc>" + SITE + "/" + "x".repeat(1_900) + "%s.xml</loc></sitemap>";
        String many = IntStream.range(0, 40).mapToObj(loc::formatted).collect(Collectors.joining());
        past.web
                .page(FEED, "<html>gone</html>")
                .page(SITE + "/sitemap.xml", "<sitemapindex>" + many + "</sitemapindex>");
        Backfill run = past.run(Budget.USUAL);
        assertEquals(40, run.walk().over() + pages(run).getOrDefault(PageOutcome.MISSING, 0));
        assertTrue(run.walk().over() > 0);
    }

    @Test
    void a_site_with_nothing_else_is_read_by_its_listing_pages() {
        past.web
                .page(FEED, feed("", "30/f"))
                .page(SITE + "/page/2/", listing("/e", "/d"))
                .page(SITE + "/page/3/", listing("/c"))
                .page(SITE + "/page/4/", listing("/c"));
        Backfill run = past.run(Budget.USUAL);
        assertEquals(List.of("/c", "/d", "/e", "/30/f"), past.sent());
        assertEquals(Map.of(PageOutcome.READ, 3, PageOutcome.REPEATED, 1, PageOutcome.MISSING, 4), pages(run));
    }

    @Test
    void paging_without_end_ends_with_the_pages_wanted() {
        past.web.page(FEED, feed("", "30/f"));
        for (int i = 2; i < 100; i++) {
            past.web.page(FEED + "?paged=" + i, feed("", "10/made-up-" + i));
        }
        Backfill run = past.run(new Budget(12, 1_000, null));
        assertEquals(12, past.asked().size());
        assertEquals(articles(ArticleOutcome.SENT, 12), run.articles());
    }

    @Test
    void the_newest_of_the_unknown_are_fetched_where_fewer_are_wanted() {
        Backfill run = archived(past).run(new Budget(10, 3, null));
        assertEquals(List.of("/feed/", "/2020-2"), past.asked());
        assertEquals(List.of("/21/d", "/29/e", "/30/f"), past.sent());
        assertEquals(articles(ArticleOutcome.OVER_BUDGET, 1, ArticleOutcome.SENT, 3), run.articles());
        Backfill next = past.run(new Budget(10, 3, null));
        assertEquals(articles(ArticleOutcome.KNOWN, 3, ArticleOutcome.SENT, 3), next.articles());
        assertEquals(List.of("/21/d", "/29/e", "/30/f", "/10/a", "/11/b", "/20/c"), past.sent());
    }

    @Test
    void a_sitemap_of_all_pages_is_read_to_ten_thousand_and_the_rest_is_counted() {
        past.web.page(SITE + "/sitemap.xml", sitemap(stories(10_003))).page(FEED, "<html>gone</html>");
        Backfill run = past.run(new Budget(50, 30, null));
        assertEquals(
                articles(ArticleOutcome.OVER_BUDGET, 9_970, ArticleOutcome.OVER_CAP, 3, ArticleOutcome.SENT, 30),
                run.articles());
    }

    @Test
    void a_page_of_too_old_entries_ends_the_walk() {
        Backfill run = archived(past).run(new Budget(10, 100, Instant.parse("2020-03-21T00:00:00Z")));
        assertEquals(List.of("/feed/", "/2020-2", "/2020-1"), past.asked());
        assertEquals(articles(ArticleOutcome.SENT, 3, ArticleOutcome.TOO_OLD, 3), run.articles());
    }

    @Test
    void what_robots_txt_disallows_is_not_asked_for() {
        archived(past).web.page(SITE + "/robots.txt", "User-agent: *\nDisallow: /2020-1");
        Backfill run = past.run(Budget.USUAL);
        assertEquals(List.of("/feed/", "/2020-2"), past.asked());
        assertEquals(Map.of(PageOutcome.READ, 2, PageOutcome.DISALLOWED, 1), pages(run));
    }

    @Test
    void a_server_that_asks_for_time_gets_it_three_times() {
        URI page = URI.create(SITE + "/2020-2");
        Instant[] until = {past.now.plus(Duration.ofHours(2))};
        archived(past).web.answer(page.toString(), new FetchOutcome.Later(page, FetchOutcome.Hold.URL, until[0], 503));
        Backfill run = past.run(Budget.USUAL);
        assertEquals(Map.of(PageOutcome.READ, 1, PageOutcome.UNREACHABLE, 1), pages(run));
        List<Instant> times = past.web.asked().stream()
                .filter(asked -> asked.url().endsWith("/2020-2"))
                .map(ScriptedWeb.Asked::at)
                .toList();
        assertEquals(3, times.size());
        assertTrue(!times.get(1).isBefore(until[0]), times::toString);
    }

    @Test
    void jobs_that_come_twice_ask_for_nothing_twice() {
        Backfill run = archived(past.delivering(2)).run(Budget.USUAL);
        assertEquals(List.of("/feed/", "/2020-2", "/2020-1"), past.asked());
        assertEquals(6, past.fetches.jobs().size());
        assertEquals(articles(ArticleOutcome.SENT, 6), run.articles());
    }

    @Test
    void a_crash_at_any_point_ends_as_a_run_without() {
        int at = 0;
        BackfillScenario scenario;
        do {
            at += EVERY;
            scenario = archived(new BackfillScenario());
            scenario.web.page(SITE + "/2020-1", feed("", "21/d", "11/b", "10/a"));
            scenario.begin(Budget.USUAL);
            Backfill run = scenario.drain(Crashes.atStep(at));
            assertEquals(articles(ArticleOutcome.KNOWN, 1, ArticleOutcome.SENT, 6), run.articles(), "at " + at);
            assertEquals(List.of("/10/a", "/11/b", "/21/d", "/20/c", "/29/e", "/30/f"), scenario.sent(), "at " + at);
            assertEquals(Map.of(PageOutcome.READ, 3), pages(run), "at " + at);
            assertEquals(Backfill.Phase.COMPLETE, run.phase(), "at " + at);
            assertEquals(List.of(), scenario.kept(), "at " + at);
        } while (scenario.crashed);
        assertTrue(at > 50, "points: " + at);
    }

    @Test
    void a_step_that_broke_for_good_is_stopped_and_goes_on_when_it_is_asked_to() {
        archived(past).begin(Budget.USUAL);
        PollJob job = past.polls.take().getFirst();
        past.step(Crashes.never()).broke(ID, turn(job), "the disk was full");
        Backfill stopped = past.runs.get(ID).orElseThrow();
        assertEquals("the disk was full", stopped.stopped());
        Backfill resumed = stopped.resumed(past.now);
        assertTrue(past.runs.replace(resumed));
        past.polls.send(List.of(PollJob.of(resumed)));
        assertEquals(
                articles(ArticleOutcome.SENT, 6), past.drain(Crashes.never()).articles());
    }

    @Test
    void a_step_that_broke_long_ago_does_not_stop_a_run_that_went_on() {
        archived(past).begin(Budget.USUAL);
        PollJob first = past.polls.jobs().getFirst();
        past.walkUntilKept();
        past.step(Crashes.never()).broke(ID, turn(first), "the disk was full");
        Backfill broken = past.runs.get(ID).orElseThrow();
        assertEquals("the disk was full", broken.stopped());
        Backfill further = broken.resumed(past.now);
        assertTrue(past.runs.replace(further));
        past.step(Crashes.never()).broke(ID, turn(first), "the disk was full");
        assertNull(past.runs.get(ID).orElseThrow().stopped());
    }

    @Test
    void the_log_tells_pages_from_attempts_and_from_the_end_of_the_walk() {
        URI page = URI.create(SITE + "/2020-2");
        archived(past).web.answer(page.toString(), new FetchOutcome.Later(page, FetchOutcome.Hold.URL, past.now, 503));
        past.run(Budget.USUAL);
        assertEquals(
                List.of("backfill-page", "backfill-retried", "backfill-retried", "backfill-page", "backfill-walked"),
                past.ends.stream()
                        .map(BackfillEnd::label)
                        .filter(label -> label.matches(".*-(page|retried|walked)"))
                        .toList());
    }

    @Test
    void entries_of_a_host_are_sent_for_one_turn_after_the_other() {
        past.web.page(SITE + "/sitemap.xml", sitemap(stories(22))).page(FEED, "<html>gone</html>");
        Backfill unused = past.run(Budget.USUAL);
        Duration turn = GAP.plusSeconds(1);
        List<Duration> expected = IntStream.range(0, 22)
                .mapToObj(number -> turn.multipliedBy(number % KeptPages.STRETCH))
                .toList();
        assertEquals(
                expected,
                past.fetches.sent().stream().map(InMemoryQueue.Sent::delay).toList());
    }

    @Test
    void a_paused_source_is_not_asked() {
        past.sources.change(ID, source -> source.withState(Source.State.PAUSED));
        Backfill run = archived(past).run(Budget.USUAL);
        assertEquals("the source is not polled any more", run.stopped());
        assertEquals(List.of(), past.web.urls());
    }

    private static String listing(String... paths) {
        StringBuilder articles = new StringBuilder();
        for (String path : paths) {
            articles.append("<article><header><h2><a href='")
                    .append(path)
                    .append("' rel='bookmark'>Title</a></h2></header><p><a href='/tag/x'>x</a></p></article>");
        }
        return "<html><nav><h2><a href='/about'>About</a></h2></nav>" + articles
                + "<aside><h3><a href='/popular'>Popular</a></h3></aside></html>";
    }
}
