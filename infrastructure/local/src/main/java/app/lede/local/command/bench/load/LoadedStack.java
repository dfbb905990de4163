package app.lede.local.command.bench.load;

import app.lede.local.calls.Durations;
import app.lede.local.command.OpenStack;
import app.lede.local.command.StackNames;
import app.lede.local.command.StackOption;
import app.lede.local.command.ingestion.DocumentRow;
import app.lede.local.command.ingestion.LibraryApi;
import app.lede.local.command.ingestion.LibraryFailed;
import app.lede.local.command.ingestion.StackLibrary;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.TemporaryFolder;
import app.lede.lucene.segments.IndexLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * An empty stack over a temporary folder, with a press to poll and a clock that runs and can be moved on. What is sent to it is
 * kept in mind. Thread safe, but for deletions, settling and accounts.
 */
final class LoadedStack implements AutoCloseable {
    /** Seconds between two requests to a host of the press. */
    private static final double HOST_GAP = 0.02;

    /** Queues delay messages by the system's clock, and a later look is sent minutes before it is due by the stack's. */
    private static final Map<String, String> NO_LATER_LOOKS = Map.of("RecheckPages", "DISABLED");

    private static final long LOOK_MILLIS = 100;
    private static final int ATTEMPTS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SCHEDULER = "schedule-polls";
    private static final Set<String> PIPELINE =
            Set.of("poll-source", "fetch-article", "parse-document", "summarise-article", "index-articles");

    private final long seed;
    private final boolean chaos;
    private final AtomicReference<Duration> ahead;
    private final Press press;
    private final TemporaryFolder folder;
    private final OpenStack open;
    private final StackLibrary library;
    private final LibraryApi api;
    private final Readers readers;
    private final List<String> uploads = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> deleted = new HashSet<>();

    /** A running clock that can be moved on. */
    static InstantSource clock(AtomicReference<Duration> ahead) {
        return () -> Instant.now().plus(ahead.get());
    }

    /**
     * Starts the stack.
     *
     * @param ahead of the system's clock, for all functions and the press
     */
    LoadedStack(StackOption option, List<Press.Newspaper> papers, AtomicReference<Duration> ahead) throws IOException {
        InstantSource clock = clock(ahead);
        this.seed = option.seed();
        this.ahead = ahead;
        this.press = new Press(papers, seed, clock);
        this.folder = TemporaryFolder.create();
        var options = option.passing(press.hosts(HOST_GAP), Optional.of(folder.path()), clock, NO_LATER_LOOKS);
        this.chaos = options.chaos() > 0;
        this.open = OpenStack.start(options);
        this.library = new StackLibrary(open.stack(), StackNames.documentsBucket(open.stack()));
        this.api = new LibraryApi(open.stack().endpoints().api());
        this.readers = new Readers(open.stack().endpoints().api(), chaos ? ATTEMPTS : 1);
    }

    Stack stack() {
        return open.stack();
    }

    Press press() {
        return press;
    }

    Readers readers() {
        return readers;
    }

    /** Adds all sources; each is polled at once. */
    void addSources() {
        press.feeds().forEach(library::addSource);
    }

    /** Uploads a page of a number that the press does not have. */
    void upload(int number) {
        String key = "inbox/" + number + ".html";
        library.upload(key, MadeUpPage.html(seed, number));
        uploads.add(key);
    }

    /** Moves the clock on, and waits until what is due has been planned. */
    void advance(Duration time) throws InterruptedException {
        long before = plans();
        ahead.updateAndGet(old -> old.plus(time));
        await(() -> plans() > before, "no poll was planned");
    }

    private long plans() {
        return Optional.ofNullable(stack().calls().durations().get(SCHEDULER))
                .map(Durations::number)
                .orElse(0L);
    }

    /** Deletes some of the stored articles, at random. */
    void delete(int number, List<DocumentRow> rows, Random random) throws InterruptedException {
        List<String> stored = rows.stream()
                .filter(row -> row.outcome().equals("stored"))
                .flatMap(row -> row.articleId().stream())
                .filter(article -> !deleted.contains(article))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(stored, random);
        for (String article : stored.subList(0, Math.min(number, stored.size()))) {
            readers.delete(article);
            deleted.add(article);
        }
    }

    /** Waits until nothing is queued or in progress. */
    void settle() throws InterruptedException {
        await(stack()::idle, "the stack was not idle");
    }

    /** Waits until no message is in a queue but for dead letters. */
    void drain() throws InterruptedException {
        await(() -> waiting(stack().queueDepths()) == 0, "the queues were not empty");
    }

    /** Returns the number of messages in all queues but those of dead letters. */
    static int waiting(Map<String, Integer> depths) {
        return depths.entrySet().stream()
                .filter(queue -> !queue.getKey().contains("dead-letters"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** A condition, looked at now and then. */
    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    /** Waits for a condition as long as something happens, and some minutes more. */
    private void await(Condition condition, String otherwise) throws InterruptedException {
        long progress = invocations();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            Thread.sleep(LOOK_MILLIS);
            long now = invocations();
            if (now != progress) {
                progress = now;
                end = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > end) {
                throw new LibraryFailed(
                        otherwise + " within " + PATIENCE.toMinutes() + " minutes; queues: " + stack().queueDepths());
            }
        }
    }

    private long invocations() {
        return stack().calls().invocations().stream()
                .filter(function -> PIPELINE.contains(function.function()))
                .mapToLong(function -> function.number())
                .sum();
    }

    /** Returns the outcomes of all documents. */
    List<DocumentRow> documents() {
        return library.documents();
    }

    /** Returns the number of articles that the search index has, or had two seconds ago. */
    int indexed() {
        return api.indexed();
    }

    /** Waits until readers of the search index see its last commit, and returns the number of articles that it has. */
    int indexedAtLast() throws InterruptedException {
        Thread.sleep(IndexLayout.FRESHNESS);
        return api.indexed();
    }

    /** Returns the number of articles deleted so far. */
    int deleted() {
        return deleted.size();
    }

    /** Compares what was sent, and shown by feeds, with all outcomes. */
    Accounts accounts(List<DocumentRow> rows) {
        List<URI> pages = press.shown();
        return Accounts.of(List.copyOf(uploads), pages, rows, chaos);
    }

    @Override
    public void close() {
        library.close();
        open.close();
        press.close();
        try {
            folder.close();
        } catch (IOException | UncheckedIOException e) {
            // DynamoDB Local still removes files of its own for a moment.
            System.err.println("bench: " + folder.path() + " was not deleted: " + e.getMessage());
        }
    }
}
