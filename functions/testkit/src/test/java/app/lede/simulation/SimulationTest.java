package app.lede.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.simulation.Publisher.Trouble;
import app.lede.source.Source;
import app.lede.testkit.LongRunning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 250 sources; {@code -Dsimulation.sources=10000} runs the full size. The table is printed. */
@LongRunning
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int SOURCES = Integer.getInteger("simulation.sources", 250);

    private final List<Publisher> publishers = Publishers.of(SOURCES, 42, START, MONTH);
    private final Simulation lede = new Simulation(publishers, START, MONTH);
    private final FixedPoller fixed = new FixedPoller(publishers, publisher -> true, 60, START, MONTH);

    /** The most frequent baseline: entries that leave their feed while its server is down are lost to any poller. */
    private final FixedPoller relentless =
            new FixedPoller(publishers, publisher -> publisher.trouble() != Trouble.NONE, 5, START, MONTH);

    @BeforeAll
    void run() {
        lede.run();
        System.out.print(table());
    }

    @Test
    void no_host_is_asked_twice_within_its_pause_or_while_it_wants_to_be_left_alone() {
        assertTrue(
                lede.manners().closest().compareTo(Simulation.GAP) >= 0,
                () -> "" + lede.manners().closest());
        assertEquals(0, lede.manners().duringHolds());
    }

    @Test
    void an_article_costs_fewer_requests_than_with_a_fixed_interval() {
        double ours = lede.manners().requests() / (double) lede.discoveries().found();
        double theirs = fixed.requests() / (double) fixed.discoveries().found();
        assertTrue(ours < theirs / 2, () -> ours + " and " + theirs);
    }

    @Test
    void hardly_anything_falls_out_of_a_feed_before_it_is_seen() {
        int missed = lede.discoveries().missed() - relentless.discoveries().missed();
        assertTrue(missed < 0.002 * lede.discoveries().found(), () -> missed + " missed");
    }

    @Test
    void there_is_no_stampede() {
        double mean = lede.manners().meanMinute();
        int busiest = lede.manners().busiestMinute();
        // Of so many independent requests a minute has some standard deviations more than the mean, but not twenty
        // times it.
        assertTrue(busiest <= mean + 8 * Math.sqrt(mean) + 4, () -> busiest + " in a minute, " + mean + " on average");
    }

    @Test
    void dead_feeds_slow_down() {
        for (Trouble trouble : List.of(Trouble.MISSING, Trouble.NO_ADDRESS)) {
            long feeds = of(trouble).count();
            double perDay = lede.manners().troubled(trouble, 23, 30) / 7.0 / feeds;
            assertTrue(perDay < 4, () -> trouble + ": " + perDay + " requests a day");
        }
    }

    @Test
    void a_feed_that_is_gone_was_told_so_once() {
        assertTrue(of(Trouble.GONE).map(this::source).allMatch(source -> source.state() == Source.State.GONE));
        assertEquals(of(Trouble.GONE).count(), lede.manners().troubled(Trouble.GONE, 0, 31));
    }

    @Test
    void a_feed_that_moved_is_asked_at_its_new_address_after_the_proof() {
        assertTrue(of(Trouble.MOVED)
                .allMatch(publisher -> source(publisher).pollUrl().equals(publisher.movedTo())));
    }

    @Test
    void the_due_index_is_rewritten_by_less_than_one_of_three_polls() {
        assertTrue(
                lede.sources().reindexed() < 0.33 * lede.manners().requests(),
                () -> lede.sources().reindexed() + " of " + lede.manners().requests());
    }

    private Stream<Publisher> of(Trouble trouble) {
        return publishers.stream().filter(publisher -> publisher.trouble() == trouble);
    }

    private Source source(Publisher publisher) {
        return lede.sources().get(Simulation.id(publisher)).orElseThrow();
    }

    private String table() {
        Manners manners = lede.manners();
        return """
            %,d sources, 30 days                  lede   each hour
            requests                       %,11d %,11d
            articles found                 %,11d %,11d
            articles missed                %,11d %,11d
              while nobody could have had them  %,6d
            requests per article           %11.2f %11.2f
            delay, median (min)            %11.1f %11.1f
            delay, 90 %% (min)              %11.1f %11.1f
            304 of all answers             %11.2f
            busiest minute / mean    %5d / %9.1f
            least pause at one host (s)    %11d
            requests during holds          %11d
            index rewrites per request     %11.3f
            dead feeds, requests a day in their last week: missing %.2f, without address %.2f
            """.formatted(
                        SOURCES,
                        manners.requests(),
                        fixed.requests(),
                        lede.discoveries().found(),
                        fixed.discoveries().found(),
                        lede.discoveries().missed(),
                        fixed.discoveries().missed(),
                        relentless.discoveries().missed(),
                        manners.requests() / (double) lede.discoveries().found(),
                        fixed.requests() / (double) fixed.discoveries().found(),
                        at(lede.discoveries().delays(), 0.5),
                        at(fixed.discoveries().delays(), 0.5),
                        at(lede.discoveries().delays(), 0.9),
                        at(fixed.discoveries().delays(), 0.9),
                        manners.notModifiedShare(),
                        manners.busiestMinute(),
                        manners.meanMinute(),
                        manners.closest().toSeconds(),
                        manners.duringHolds(),
                        lede.sources().reindexed() / (double) manners.requests(),
                        lastWeek(Trouble.MISSING),
                        lastWeek(Trouble.NO_ADDRESS));
    }

    private double lastWeek(Trouble trouble) {
        return lede.manners().troubled(trouble, 23, 30) / 7.0 / of(trouble).count();
    }

    private static double at(double[] ascending, double share) {
        return ascending[(int) (share * (ascending.length - 1))];
    }
}
