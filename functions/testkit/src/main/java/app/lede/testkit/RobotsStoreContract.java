package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsStore;
import app.lede.robots.RobotsText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract tests for {@link RobotsStore}. */
public abstract class RobotsStoreContract {

    private static final String SITE = "https://news.example.org";
    private static final Instant NOW = Samples.NOON;
    private static final Instant LATER = NOW.plus(Duration.ofHours(6));

    /** Returns an empty store. */
    protected abstract RobotsStore emptyStore();

    static Stream<RobotsAnswer> answers() {
        return Stream.of(
                new RobotsAnswer.File(RobotsText.of("User-agent: *\nDisallow: /straße\n")),
                new RobotsAnswer.File(RobotsText.of("")),
                new RobotsAnswer.Absent(),
                new RobotsAnswer.Unreachable("robots.txt answered 503"),
                new RobotsAnswer.Elsewhere(URI.create("https://www.example.org/robots.txt?a=1"), 2));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void what_a_site_said_comes_back_until_its_time_is_over(RobotsAnswer answer) {
        RobotsStore store = emptyStore();
        store.keep(SITE, answer, LATER);
        assertEquals(Optional.of(new RobotsStore.Kept(answer, LATER)), store.get(SITE, LATER.minusMillis(1)));
        assertEquals(Optional.empty(), store.get(SITE, LATER));
    }

    @Test
    void http_https_and_ports_speak_for_themselves() {
        RobotsStore store = emptyStore();
        store.keep(SITE, new RobotsAnswer.Absent(), LATER);
        assertEquals(Optional.empty(), store.get("http://news.example.org", NOW));
        assertEquals(Optional.empty(), store.get("https://news.example.org:8443", NOW));
        assertEquals(Optional.empty(), store.get("https://example.org", NOW));
    }

    @Test
    void the_last_word_holds() {
        RobotsStore store = emptyStore();
        store.keep(SITE, new RobotsAnswer.File(RobotsText.of("User-agent: *\nDisallow: /\n")), LATER);
        store.keep(SITE, new RobotsAnswer.Unreachable("robots.txt answered 500"), NOW.plusSeconds(60));
        store.keep(SITE, new RobotsAnswer.Absent(), LATER);
        assertEquals(
                Optional.of(new RobotsStore.Kept(new RobotsAnswer.Absent(), LATER)),
                store.get(SITE, NOW.plusSeconds(120)));
    }
}
