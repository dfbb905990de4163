package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentRecord;
import app.lede.document.DocumentStore;
import app.lede.document.Outcome;
import app.lede.fetch.CanonicalUrl;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import app.lede.hash.Digest;
import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsText;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryParkedJobs;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryRobots;
import app.lede.testkit.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchArticleTest {

    private static final String PAGE = "https://news.example.org/bridge";
    private static final String FEED = "https://news.example.org/feed.xml";
    private static final URI URL = URI.create(PAGE);
    private static final String SITE = "https://news.example.org";
    private static final Duration GAP = Duration.ofSeconds(2);

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryParkedJobs parked = new InMemoryParkedJobs();
    private boolean budget = true;
    private final InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
    private final List<URI> asked = new ArrayList<>();
    private Instant now = Samples.NOON;
    private FetchOutcome outcome = fetched();
    private final InMemoryRobots robots = new InMemoryRobots();
    private final FetchArticle step = step();

    private FetchArticle step() {
        InstantSource clock = () -> now;
        PoliteFetcher fetcher =
                new PoliteFetcher(this::answer, new InMemoryHostGate(), new HostGaps(GAP, Map.of()), clock);
        PageFetcher pages = new PageFetcher(fetcher, robots, clock);
        return new FetchArticle(
                ledger, pages, documents, log, parked, fetches, new PageChecks(true, (host, time) -> budget), clock);
    }

    private FetchOutcome answer(FetchRequest request) {
        asked.add(request.url());
        return outcome;
    }

    @BeforeEach
    void a_site_without_rules() {
        robots.keep(SITE, new RobotsAnswer.Absent(), now.plus(Duration.ofDays(10)));
    }

    @Test
    void a_job_delivered_three_times_fetches_once() {
        FetchJob job = job(PAGE, null);
        assertInstanceOf(FetchResult.Stored.class, step.fetch(job));
        assertInstanceOf(FetchResult.Skipped.class, step.fetch(job));
        assertInstanceOf(FetchResult.Skipped.class, step.fetch(job));
        assertEquals(List.of(URL), asked);
        assertEquals(1, documents.keys().size());
    }

    @Test
    void the_page_of_a_backfill_is_marked_as_such() {
        step.fetch(job(PAGE, null).ofPast());
        String key = documents.keys().iterator().next();
        DocumentStore.Found.Bytes found =
                assertInstanceOf(DocumentStore.Found.Bytes.class, documents.get(documents.announced(key)));
        assertTrue(Objects.requireNonNull(found.from()).discovery().backfilled());
    }

    @Test
    void a_missing_page_of_a_backfill_is_not_asked_for_again() {
        outcome = new FetchOutcome.Refused(URL, 404, "answered 404");
        assertInstanceOf(FetchResult.Refused.class, step.fetch(job(PAGE, null).ofPast()));
        assertEquals(List.of(), parked.all());
        assertEquals(List.of(), fetches.jobs());
    }

    @Test
    void a_refused_page_is_stored_in_the_feeds_own_words() {
        outcome = new FetchOutcome.Refused(URL, 403, "answered 403");
        assertInstanceOf(FetchResult.StoredFromFeed.class, step.fetch(job(PAGE, "<p>In short.</p>")));
        assertEquals(1, documents.keys().size());
        assertEquals(List.of(), log.newest(null, 10));
    }

    @Test
    void a_blocked_page_without_words_of_the_feed_is_recorded_as_blocked() {
        outcome = new FetchOutcome.Blocked(PAGE, "a private address");
        assertInstanceOf(FetchResult.Refused.class, step.fetch(job(PAGE, null)));
        assertEquals(Outcome.BLOCKED, log.newest(null, 10).getFirst().outcome());
        assertEquals("a private address", log.newest(null, 10).getFirst().detail());
        assertInstanceOf(FetchResult.Skipped.class, step.fetch(job(PAGE, null)));
    }

    @Test
    void an_entry_without_a_link_asks_nobody() {
        assertInstanceOf(FetchResult.StoredFromFeed.class, step.fetch(job(null, "<p>An aside.</p>")));
        assertEquals(List.of(), asked);
    }

    @Test
    void a_page_that_robots_txt_forbids_is_recorded_as_disallowed() {
        forbidEverything();
        FetchResult end = step.fetch(job(PAGE, null));
        assertEquals("disallowed", end.label());
        assertEquals(Outcome.DISALLOWED, log.newest(null, 10).getFirst().outcome());
        assertInstanceOf(FetchResult.Skipped.class, step.fetch(job(PAGE, null)));
        assertEquals(List.of(), asked);
    }

    @Test
    void a_page_that_robots_txt_forbids_is_stored_in_the_feeds_own_words() {
        forbidEverything();
        FetchResult.StoredFromFeed end =
                assertInstanceOf(FetchResult.StoredFromFeed.class, step.fetch(job(PAGE, "<p>In short.</p>")));
        assertEquals("robots.txt of " + SITE + " forbids " + PAGE, end.reason());
        assertEquals(List.of(), asked);
    }

    @Test
    void rules_that_never_come_end_as_disallowed_after_a_day() {
        robots.keep(SITE, new RobotsAnswer.Unreachable("robots.txt answered 503"), now.plusSeconds(3_600));
        outcome = new FetchOutcome.Later(URL, FetchOutcome.Hold.URL, now.plusSeconds(60), 503);
        Instant start = now;
        assertEquals("disallowed", retriedToTheEnd(job(PAGE, null)).label());
        assertTrue(now.isAfter(start.plus(Duration.ofHours(31))), now::toString);
        assertTrue(asked.stream().allMatch(url -> url.getPath().equals("/robots.txt")), asked::toString);
    }

    @Test
    void a_page_fetched_by_another_link_is_not_fetched_again_through_a_redirect() {
        robots.keep("https://go.example.com", new RobotsAnswer.Absent(), now.plus(Duration.ofDays(1)));
        assertInstanceOf(FetchResult.Stored.class, step.fetch(job(PAGE, null)));
        URI link = URI.create("https://go.example.com/1");
        outcome = new FetchOutcome.Moved(link, List.of(new FetchOutcome.Redirect(link, 302, URL)));
        FetchJob other = FetchJob.of(link.toString(), link.toString(), sourceId(), FEED, now, entry(null));
        assertInstanceOf(FetchResult.Skipped.class, retriedToTheEnd(other));
        assertInstanceOf(FetchResult.Skipped.class, step.fetch(other));
        assertEquals(List.of(URL, link), asked);
        assertEquals(1, documents.keys().size());
    }

    @Test
    void a_fetch_that_failed_for_good_is_superseded_once_a_later_one_ends() {
        FetchJob job = job(PAGE, null);
        ledger.queued(Map.of(new CanonicalUrl(job.key()), "entry"), now.plusSeconds(3_600));
        step.broke(job, "storage was out of reach");
        assertEquals(Outcome.FAILED, log.newest(null, 1).getFirst().outcome());
        outcome = new FetchOutcome.Failed(URL, FetchOutcome.Failure.TIMEOUT, "no answer in 10 s");
        step.fetch(job);
        assertEquals(Outcome.FAILED, log.newest(null, 1).getFirst().outcome());
        now = now.plus(Duration.ofHours(1));
        outcome = fetched();
        assertInstanceOf(FetchResult.Stored.class, step.fetch(job.afterAttempt(now)));
        assertEquals(
                List.of(Outcome.SUPERSEDED),
                log.newest(null, 9).stream().map(DocumentRecord::outcome).toList());
    }

    @Test
    void a_redirected_page_is_marked_under_both_addresses_in_one_call() {
        URI old = URI.create(SITE + "/old");
        List<FetchOutcome.Redirect> hops = List.of(new FetchOutcome.Redirect(old, 301, URL));
        outcome = fetched(old, hops);
        FetchJob job = FetchJob.of(old.toString(), old.toString(), sourceId(), FEED, now, entry(null));
        assertInstanceOf(FetchResult.Stored.class, step.fetch(job));
        assertEquals(1, ledger.ends());
        Set<CanonicalUrl> names = Set.of(new CanonicalUrl(old.toString()), new CanonicalUrl(PAGE));
        assertEquals(names, ledger.look(names, now).keySet());
    }

    private void forbidEverything() {
        RobotsText rules = RobotsText.of("User-agent: *\nDisallow: /\n");
        robots.keep(SITE, new RobotsAnswer.File(rules), now.plusSeconds(3_600));
    }

    @Test
    void a_page_that_never_answers_is_given_up_after_five_requests() {
        outcome = new FetchOutcome.Failed(URL, FetchOutcome.Failure.TIMEOUT, "no answer in 10 s");
        FetchResult end = retriedToTheEnd(job(PAGE, null));
        assertInstanceOf(FetchResult.Refused.class, end);
        assertEquals(1 + FetchDelays.RETRIES.size(), asked.size());
        assertEquals(Outcome.REFUSED, log.newest(null, 10).getFirst().outcome());
    }

    @Test
    void a_second_delivery_of_an_attempt_that_is_to_be_repeated_asks_nobody() {
        outcome = new FetchOutcome.Failed(URL, FetchOutcome.Failure.TIMEOUT, "no answer in 10 s");
        FetchJob first = job(PAGE, null);
        assertInstanceOf(FetchResult.Postponed.class, step.fetch(first));
        now = now.plusSeconds(60);
        assertInstanceOf(FetchResult.Skipped.class, step.fetch(first));
        assertEquals(List.of(URL), asked);
        assertEquals(1, parked.take().size() + fetches.take().size());
    }

    @Test
    void a_host_that_asks_for_time_is_left_alone_and_not_for_ever() {
        outcome = new FetchOutcome.Later(URL, FetchOutcome.Hold.HOST, now.plusSeconds(120), 429);
        assertInstanceOf(FetchResult.Postponed.class, step.fetch(job(PAGE, null)));
        FetchJob other = FetchJob.of(PAGE + "2", PAGE + "2", sourceId(), FEED, now, entry(null));
        assertInstanceOf(FetchResult.Postponed.class, step.fetch(other));
        assertEquals(1, asked.size());
        now = now.plusSeconds(300);
        outcome = fetched();
        assertInstanceOf(FetchResult.Stored.class, step.fetch(other));
    }

    /** Redelivers the job whenever it is due, at most a hundred times. */
    private FetchResult retriedToTheEnd(FetchJob job) {
        FetchResult end = step.fetch(job);
        for (int i = 0; i < 100 && end instanceof FetchResult.Postponed(Instant until); i++) {
            now = until;
            List<FetchJob> waiting = new ArrayList<>(fetches.take());
            waiting.addAll(parked.take());
            end = step.fetch(waiting.getFirst());
        }
        return end;
    }

    private FetchJob job(@Nullable String url, @Nullable String content) {
        return FetchJob.of(url, PAGE, sourceId(), FEED, Samples.NOON, entry(content));
    }

    private FetchJob.Entry entry(@Nullable String content) {
        return new FetchJob.Entry("Bridge open", null, null, content == null ? null : stored(content), null);
    }

    /** Stores the content of an entry as a poll does. */
    private String stored(String content) {
        String key = "entries/bridge/" + Digest.hex(content);
        documents.putEntries(Map.of(key, content.getBytes(StandardCharsets.UTF_8)));
        return key;
    }

    private static SourceId sourceId() {
        return SourceId.ofUrl("https://news.example.org/feed.xml");
    }

    private static FetchOutcome fetched() {
        return fetched(URL, List.of());
    }

    private static FetchOutcome fetched(URI requested, List<FetchOutcome.Redirect> hops) {
        HttpMeta meta =
                HttpMeta.of(200, new HttpHeaders(List.of(Map.entry("Content-Type", "text/html"))), Samples.NOON);
        return new FetchOutcome.Fetched(requested, URL, hops, "<p>A page.</p>".getBytes(StandardCharsets.UTF_8), meta);
    }
}
