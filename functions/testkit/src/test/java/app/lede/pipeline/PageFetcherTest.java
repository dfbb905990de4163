package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.Accept;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HostGate;
import app.lede.pipeline.PageFetcher.Answer;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryRobots;
import app.lede.testkit.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageFetcherTest {

    private static final Duration GAP = Duration.ofSeconds(5);
    private static final String PAGE = "https://news.example.org/bridge";
    private static final String TDM = "https://news.example.org/.well-known/tdmrep.json";
    private static final String ROBOTS = "https://news.example.org/robots.txt";

    private Instant now = Samples.NOON;
    private final ScriptedWeb web = new ScriptedWeb(() -> now).page(PAGE, "A page.");
    private final PageFetcher pages = new PageFetcher(
            new PoliteFetcher(web, new InMemoryHostGate(), new HostGaps(GAP, Map.of()), () -> now),
            new InMemoryRobots(),
            () -> now);

    /** Fetches until there is a final answer, waiting as told. */
    private Answer fetch(String url) {
        FetchRequest page = FetchRequest.unconditional(URI.create(url), Accept.PAGE);
        for (int calls = 0; calls < 30; calls++) {
            Answer answer = pages.fetch(page);
            if (!(answer instanceof Answer.Wait wait)) {
                return answer;
            }
            now = wait.until();
            page = page.after(wait.behind());
        }
        throw new AssertionError("no end after thirty calls; asked " + web.urls());
    }

    @AfterEach
    void no_host_was_asked_twice_within_its_pause() {
        Map<String, Instant> last = new HashMap<>();
        for (ScriptedWeb.Asked asked : web.asked()) {
            Instant before = last.put(asked.host(), asked.at());
            assertTrue(before == null || !asked.at().isBefore(before.plus(GAP)), () -> "too soon: " + web.asked());
        }
    }

    private FetchOutcome.Fetched fetched(String url) {
        return assertInstanceOf(
                FetchOutcome.Fetched.class,
                assertInstanceOf(Answer.Got.class, fetch(url)).outcome());
    }

    @Test
    void the_rules_are_asked_for_first_and_the_page_after_the_pause() {
        fetched(PAGE);
        fetched(PAGE);
        assertEquals(List.of(ROBOTS, PAGE, PAGE), web.urls());
    }

    /** A call that is late at the gate: another one asks between its look at the store and its slot. */
    @Test
    void a_file_of_the_site_that_another_call_fetched_meanwhile_is_not_fetched_again() {
        InMemoryRobots store = new InMemoryRobots();
        InMemoryHostGate gate = new InMemoryHostGate();
        PageFetcher quick = fetcher(gate, store);
        for (String file : List.of(ROBOTS, TDM)) {
            HostGate late = new LateGate(gate, () -> {
                quick.fetch(FetchRequest.unconditional(URI.create(PAGE), Accept.PAGE));
                now = now.plus(GAP).plus(GAP);
            });
            Answer answer = fetcher(late, store).fetch(FetchRequest.unconditional(URI.create(PAGE), Accept.PAGE));
            assertEquals(new Answer.Wait(now, List.of()), answer);
            assertEquals(1, web.urls().stream().filter(file::equals).count(), web.urls()::toString);
        }
        assertInstanceOf(Answer.Got.class, quick.fetch(FetchRequest.unconditional(URI.create(PAGE), Accept.PAGE)));
        assertEquals(List.of(ROBOTS, TDM, PAGE), web.urls());
    }

    private PageFetcher fetcher(HostGate gate, InMemoryRobots store) {
        PoliteFetcher polite = new PoliteFetcher(web, gate, new HostGaps(GAP, Map.of()), () -> now);
        return new PageFetcher(polite, store, RightsFiles.in(store), () -> now);
    }

    private record LateGate(HostGate gate, Runnable before) implements HostGate {

        @Override
        public Admission enter(String host, Duration pause, Instant at) {
            before.run();
            return gate.enter(host, pause, at.plus(pause).plus(pause));
        }

        @Override
        public boolean extend(Admission.Entered place, Instant at) {
            return gate.extend(place, at);
        }

        @Override
        public void leave(Admission.Entered place, Instant quietUntil) {
            gate.leave(place, quietUntil);
        }
    }

    @Test
    void after_six_hours_the_rules_are_asked_for_again() {
        fetched(PAGE);
        web.page(ROBOTS, "User-agent: *\nDisallow: /\n");
        now = now.plus(Duration.ofMinutes(359));
        fetched(PAGE);
        now = now.plus(Duration.ofMinutes(2));
        assertInstanceOf(Answer.Disallowed.class, fetch(PAGE));
    }

    @Test
    void a_forbidden_page_is_not_asked_for() {
        web.page(ROBOTS, "User-agent: lede\nDisallow: /b\n");
        assertEquals(new Answer.Disallowed("robots.txt of https://news.example.org forbids " + PAGE), fetch(PAGE));
        assertEquals(List.of(ROBOTS), web.urls());
    }

    @Test
    void a_redirect_to_a_forbidden_page_is_not_followed() {
        web.page(ROBOTS, "User-agent: *\nDisallow: /private/\n")
                .redirect(PAGE, "https://news.example.org/open")
                .redirect("https://news.example.org/open", "https://news.example.org/private/bridge");
        assertInstanceOf(Answer.Disallowed.class, fetch(PAGE));
        assertEquals(List.of(ROBOTS, PAGE, "https://news.example.org/open"), web.urls());
    }

    @Test
    void the_target_of_a_redirect_on_the_same_host_waits_for_its_next_turn() {
        String target = "https://news.example.org/2026/bridge";
        web.redirect(PAGE, target).page(target, "Moved here.");
        assertEquals(URI.create(target), fetched(PAGE).url());
        assertEquals(List.of(ROBOTS, PAGE, target), web.urls());
        Duration pause =
                Duration.between(web.asked().get(1).at(), web.asked().get(2).at());
        assertTrue(pause.compareTo(GAP) >= 0, pause::toString);
    }

    @Test
    void another_host_has_its_own_rules_and_its_own_turn() {
        String target = "https://blog.example.com/a";
        web.redirect(PAGE, target).page(target, "Moved here.");
        FetchOutcome.Fetched page = fetched(PAGE);
        assertEquals(URI.create(PAGE), page.requested());
        assertEquals(URI.create(target), page.url());
        assertEquals(1, page.redirects().size());
        assertEquals(List.of(ROBOTS, PAGE, "https://blog.example.com/robots.txt", target), web.urls());
    }

    @Test
    void what_another_host_forbids_is_not_asked_for_through_a_redirect() {
        web.redirect(PAGE, "https://blog.example.com/a")
                .page("https://blog.example.com/robots.txt", "User-agent: *\nDisallow: /\n");
        assertInstanceOf(Answer.Disallowed.class, fetch(PAGE));
        assertEquals(List.of(ROBOTS, PAGE, "https://blog.example.com/robots.txt"), web.urls());
    }

    @Test
    void https_has_rules_of_its_own_and_the_turn_of_the_same_host() {
        String http = PAGE.replace("https:", "http:");
        web.redirect(http, PAGE).page(ROBOTS, "User-agent: *\nDisallow: /x\n");
        fetched(http);
        assertEquals(List.of(ROBOTS.replace("https:", "http:"), http, ROBOTS, PAGE), web.urls());
    }

    @Test
    void rules_that_cannot_be_had_close_the_site_for_an_hour() {
        web.answer(ROBOTS, new FetchOutcome.Failed(URI.create(ROBOTS), FetchOutcome.Failure.CONNECT, "reset"));
        Instant start = now;
        Answer.Closed closed = assertInstanceOf(Answer.Closed.class, fetch(PAGE));
        assertEquals(start.plus(Duration.ofHours(1)), closed.until());
        assertEquals("robots.txt: connect, reset", closed.reason());
        now = closed.until();
        web.answer(ROBOTS, new FetchOutcome.Refused(URI.create(ROBOTS), 404, "status 404"));
        fetched(PAGE);
        assertEquals(List.of(ROBOTS, ROBOTS, PAGE), web.urls());
    }

    @Test
    void a_site_that_asks_for_more_time_between_pages_gets_it() {
        web.page(ROBOTS, "User-agent: *\nCrawl-delay: 3600\n");
        fetched(PAGE);
        fetched(PAGE);
        Duration pause =
                Duration.between(web.asked().get(1).at(), web.asked().get(2).at());
        assertTrue(pause.compareTo(Duration.ofSeconds(30)) >= 0 && pause.toSeconds() < 60, pause::toString);
    }

    @Test
    void who_waits_at_a_slow_site_is_given_a_moment_after_its_own_pause() {
        web.page(ROBOTS, "User-agent: *\nCrawl-delay: 20\n");
        fetched(PAGE);
        FetchRequest page = FetchRequest.unconditional(URI.create(PAGE), Accept.PAGE);
        Instant first = assertInstanceOf(Answer.Wait.class, pages.fetch(page)).until();
        Instant second = assertInstanceOf(Answer.Wait.class, pages.fetch(page)).until();
        assertTrue(!second.isBefore(first.plusSeconds(20)), () -> first + ", " + second);
    }

    @Test
    void rules_that_lie_on_another_host_are_asked_for_in_its_turn() {
        String elsewhere = "https://www.example.org/robots.txt";
        web.redirect(ROBOTS, elsewhere).page(elsewhere, "User-agent: *\nDisallow: /b\n");
        assertInstanceOf(Answer.Disallowed.class, fetch(PAGE));
        assertEquals(List.of(ROBOTS, elsewhere), web.urls());
    }

    @Test
    void rules_that_are_nowhere_forbid_nothing() {
        web.redirect(ROBOTS, "https://a.example/robots.txt")
                .redirect("https://a.example/robots.txt", "https://b.example/robots.txt")
                .redirect("https://b.example/robots.txt", "https://a.example/robots.txt");
        fetched(PAGE);
    }
}
