package app.lede.robots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Failure;
import app.lede.fetch.FetchOutcome.Hold;
import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.fetch.HttpHeaders;
import app.lede.fetch.HttpMeta;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobotsAnswerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final URI URL = URI.create("https://news.example.org/robots.txt");
    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private static void assertMeans(Class<? extends RobotsAnswer> meaning, Duration held, FetchOutcome outcome) {
        RobotsAnswer answer = assertInstanceOf(meaning, RobotsAnswer.of(outcome, 0));
        assertEquals(held, answer.held());
    }

    @Test
    void a_file_is_kept_for_six_hours() {
        HttpMeta meta = HttpMeta.of(200, new HttpHeaders(List.of()), NOW);
        byte[] body = "User-agent: *\n".getBytes(StandardCharsets.UTF_8);
        assertMeans(RobotsAnswer.File.class, SIX_HOURS, new FetchOutcome.Fetched(URL, URL, List.of(), body, meta));
    }

    @Test
    void four_hundred_and_something_allows_everything() {
        assertMeans(RobotsAnswer.Absent.class, SIX_HOURS, new FetchOutcome.Refused(URL, 404, "status 404"));
        assertMeans(RobotsAnswer.Absent.class, SIX_HOURS, new FetchOutcome.Refused(URL, 403, "status 403"));
        assertMeans(RobotsAnswer.Absent.class, SIX_HOURS, new FetchOutcome.Gone(URL, 410));
        assertMeans(RobotsAnswer.Absent.class, SIX_HOURS, new FetchOutcome.Blocked(URL.toString(), "redirect loop"));
    }

    @Test
    void an_error_or_no_answer_forbids_everything_for_an_hour() {
        Class<RobotsAnswer.Unreachable> unreachable = RobotsAnswer.Unreachable.class;
        assertMeans(unreachable, AN_HOUR, new FetchOutcome.Later(URL, Hold.URL, NOW.plusSeconds(60), 503));
        assertMeans(unreachable, AN_HOUR, new FetchOutcome.Later(URL, Hold.HOST, NOW.plusSeconds(60), 429));
        assertMeans(unreachable, AN_HOUR, new FetchOutcome.Failed(URL, Failure.TIMEOUT, "not done within PT20S"));
        assertMeans(unreachable, AN_HOUR, new FetchOutcome.TooLarge(URL, "sent more than 5242880 bytes"));
    }

    @Test
    void another_host_is_asked_in_its_turn_and_five_redirects_are_enough() {
        Redirect hop = new Redirect(URL, 301, URI.create("https://www.example.org/robots.txt"));
        FetchOutcome moved = new FetchOutcome.Moved(URL, Collections.nCopies(2, hop));
        assertEquals(new RobotsAnswer.Elsewhere(hop.target(), 5), RobotsAnswer.of(moved, 3));
        assertEquals(new RobotsAnswer.Absent(), RobotsAnswer.of(moved, 4));
    }
}
