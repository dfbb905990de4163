package app.lede;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.ingestion.Input;
import app.lede.local.command.ingestion.StackLibrary;
import app.lede.local.sample.SampleDocuments;
import app.lede.local.sample.SampleSite;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackElsewhere;
import app.lede.local.wiring.StackOptions;
import app.lede.testkit.LongRunning;
import app.lede.testkit.TickingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs the sample site and documents through the template's wiring; under any queue behaviour the final articles, texts
 * and outcomes are the same.
 *
 * <p>All runs use one site, as its port is part of every URL. All start at the same instant of a clock that ticks with
 * each reading and otherwise runs in real time, since host gaps and delays are waited for in the queues' real seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndTest {

    /** In the future on purpose: DynamoDB Local expires items by this machine's clock. */
    private static final Instant START = Instant.parse("2126-03-10T08:00:00Z");

    /**
     * The feed has eight entries, two of them for one page; one entry has no page and is stored from its feed content.
     */
    private static final int PAGES_OF_THE_FEED = 7;

    private static final Duration TICK = Duration.ofMillis(1);
    private static final int ADVANCED_EVERY_MILLIS = 20;
    private static final Duration DEADLINE = Duration.ofMinutes(10);
    private static final long SEED = 20260310;

    private SampleSite site;
    private List<Input.Upload> uploads;
    private Settled clean;

    @BeforeAll
    void run_once_cleanly() throws Exception {
        site = SampleSite.open();
        uploads = SampleDocuments.inputs().stream()
                .filter(Input.Upload.class::isInstance)
                .map(Input.Upload.class::cast)
                .toList();
        clean = run(Stack::start);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void every_input_of_a_clean_run_has_its_one_outcome() {
        uploads.forEach(upload -> assertEquals(1, clean.rows().get(upload.key()), upload.key()));
        assertEquals(uploads.size() + PAGES_OF_THE_FEED, clean.rows().size());
        assertEquals(Set.of(1L), new HashSet<>(clean.rows().values()));
        assertEquals(Set.of("empty", "stored", "unchanged"), new HashSet<>(clean.endings()));
        assertEquals(List.of("empty"), clean.outcomes().get("inbox/empty.txt"));
        assertEquals(1, Collections.frequency(clean.outcomes().values(), List.of("stored", "unchanged")));
        assertEquals(clean.articles().size(), Collections.frequency(clean.endings(), "stored"));
        assertEquals(clean.articles().keySet(), clean.articlesWithText());
        assertEquals(List.copyOf(clean.articles().keySet()), clean.searchable());
        assertEquals(0, clean.deadLetters());
    }

    @Test
    void every_event_three_times_and_shuffled_ends_as_every_event_once() throws Exception {
        try (UnreliableQueues queues = UnreliableQueues.repeating(3, SEED)) {
            assertSameEnd(run(options -> StackElsewhere.startOnQueues(options, queues.endpoint())));
            assertTrue(queues.taken() > clean.rows().size(), () -> "events: " + queues.taken());
            assertEquals(3 * queues.taken(), queues.passedOn());
        }
    }

    @Test
    @LongRunning
    void every_event_handled_but_not_acknowledged_at_first_ends_as_every_event_once() throws Exception {
        try (UnreliableQueues queues = UnreliableQueues.losingAcknowledgements()) {
            assertSameEnd(run(options -> StackElsewhere.startOnQueues(options, queues.endpoint())));
            assertTrue(queues.lost() >= queues.taken(), () -> queues.lost() + " of " + queues.taken() + " came again");
        }
    }

    /** A client that gets no answer and uploads again creates a second object version. */
    @Test
    @LongRunning
    void an_upload_that_is_sent_again_is_one_more_arrival_with_an_outcome_of_its_own() throws Exception {
        Settled again = run(Stack::start, 2);
        uploads.forEach(upload -> assertEquals(2, again.rows().get(upload.key()), upload.key()));
        assertEquals(clean.articles(), again.articles());
        assertEquals(clean.texts(), again.texts());
        assertEquals(clean.searchable(), again.searchable());
        assertEquals(List.of("empty", "empty"), again.outcomes().get("inbox/empty.txt"));
        assertEquals(clean.articles().size(), Collections.frequency(again.endings(), "stored"));
        assertEquals(0, again.deadLetters());
    }

    private void assertSameEnd(Settled other) {
        assertEquals(clean.articles(), other.articles());
        assertEquals(clean.texts(), other.texts());
        assertEquals(clean.searchable(), other.searchable());
        assertEquals(clean.outcomes(), other.outcomes());
        assertEquals(clean.rows().keySet(), other.rows().keySet());
        assertEquals(0, other.deadLetters());
    }

    @FunctionalInterface
    private interface Start {
        Stack on(StackOptions options) throws Exception;
    }

    private Settled run(Start start) throws Exception {
        return run(start, 1);
    }

    private Settled run(Start start, int times) throws Exception {
        TickingClock clock = new TickingClock(START, TICK);
        try (ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor()) {
            var unused = time.scheduleAtFixedRate(
                    () -> clock.advance(Duration.ofMillis(ADVANCED_EVERY_MILLIS)),
                    ADVANCED_EVERY_MILLIS,
                    ADVANCED_EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
            try (Stack stack = start.on(options(clock));
                    StackLibrary library = new StackLibrary(stack, documentsBucket(stack))) {
                library.addSource(site.feed());
                for (Input.Upload upload : uploads) {
                    for (int i = 0; i < times; i++) {
                        library.upload(upload.key(), upload.content().bytes());
                    }
                }
                awaitRest(stack);
                return Settled.of(stack, library);
            } finally {
                time.shutdownNow();
            }
        }
    }

    private StackOptions options(InstantSource clock) {
        return new StackOptions(
                Path.of(System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml"),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(site.hostAndPort()),
                Map.of(site.hostAndPort(), 0.2),
                0,
                SEED,
                clock,
                Map.of());
    }

    private static String documentsBucket(Stack stack) {
        return stack.names().buckets().stream()
                .filter(name -> name.contains("documents"))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the stack is idle twice in a row. Each step sends before it acknowledges, so idleness is final. */
    private static void awaitRest(Stack stack) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        int looks = 0;
        while (looks < 2) {
            looks = stack.idle() ? looks + 1 : 0;
            assertTrue(System.nanoTime() < end, "the queues are not empty after " + DEADLINE);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
