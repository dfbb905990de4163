package app.lede.local.command.costs;

import app.lede.json.Json;
import app.lede.local.command.ingestion.LibraryFailed;
import app.lede.local.template.Function;
import app.lede.local.template.Function.ScheduleEvent;
import app.lede.local.template.Template;
import app.lede.local.wiring.Stack;
import app.lede.local.wiring.StackFailed;
import app.lede.local.wiring.StackOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Polls invented newspapers on an empty local stack, asks the API, and counts what articles, polls, later looks, requests and ticks
 * use. Pages wait for their host as on AWS, some seconds each; the clock is moved on only for the later looks.
 */
final class CountedWorkload {
    private static final int PAPERS = 6;
    /** Entries of each feed that are there before anything is counted: by then, hosts have told their rules. */
    private static final int KNOWN = 1;

    private static final int PAGES = 4;
    private static final Duration BETWEEN_POLLS = Duration.ofMinutes(2);
    /** A stored page is looked at again after an hour. */
    private static final Duration UNTIL_CHECK = Duration.ofMinutes(65);

    private static final int QUERIES = 10;
    private static final long LOOK_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> OF_ARTICLES =
            List.of("poll-source", "fetch-article", "parse-document", "summarise-article", "index-articles", "s3");

    private final Path file;
    private final Template template;
    private final Map<String, Integer> memory = new HashMap<>();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final HttpClient http = HttpClient.newHttpClient();

    /** Creates the workload for a template. */
    CountedWorkload(Path file) throws IOException {
        this.file = file;
        this.template = Template.read(file, Map.of());
        template.functions().forEach(function -> memory.put(function.name(), function.memory()));
    }

    /**
     * Runs it.
     *
     * @throws LibraryFailed if an article does not arrive
     */
    Counted run() throws IOException, InterruptedException, StackFailed {
        try (InventedPress press = new InventedPress(PAPERS, KNOWN);
                Stack stack = Stack.start(options(press))) {
            List<String> sources = new ArrayList<>();
            for (URI feed : press.feeds()) {
                sources.add(Json.read(post(stack, "/v1/sources", "{\"url\":\"" + feed + "\"}"))
                        .path("id")
                        .asText());
            }
            settle(stack);
            Snapshot known = Snapshot.of(stack.calls());
            press.show(KNOWN + PAGES);
            poll(stack, sources);
            Snapshot stored = Snapshot.of(stack.calls());
            poll(stack, sources);
            Snapshot polled = Snapshot.of(stack.calls());
            ask(stack);
            Snapshot asked = Snapshot.of(stack.calls());
            ahead.updateAndGet(time -> time.plus(UNTIL_CHECK));
            tick(stack, asked);
            Snapshot all = Snapshot.of(stack.calls());
            return counted(stored.since(known), polled.since(stored), asked.since(polled), all.since(asked), all);
        }
    }

    /** Polls each source; a source is polled once in a minute. */
    private void poll(Stack stack, List<String> sources) throws IOException, InterruptedException {
        ahead.updateAndGet(time -> time.plus(BETWEEN_POLLS));
        for (String source : sources) {
            post(stack, "/v1/sources/" + source + "/poll", "");
        }
        settle(stack);
    }

    private Counted counted(Snapshot stored, Snapshot polls, Snapshot queries, Snapshot checks, Snapshot all) {
        double articles = PAPERS * PAGES;
        Usage poll = polls.usage(OF_ARTICLES, memory).times(1.0 / PAPERS);
        Usage first = stored.usage(OF_ARTICLES, memory);
        Map<String, Double> calls = new TreeMap<>();
        stored.requests(OF_ARTICLES).forEach((call, number) -> calls.put(call, number / articles));
        return new Counted(
                (long) articles,
                calls,
                first.times(1 / articles),
                poll,
                checks.usage(List.of("fetch-article"), memory).times(1 / (articles + PAPERS * KNOWN)),
                queries.usage(List.of("query-articles"), memory)
                        .times(1.0 / QUERIES)
                        .plus(Usage.of(Item.API_REQUESTS, 1)),
                ticks(all),
                Usage.of(Item.CUSTOM_METRICS, (double) all.metrics())
                        .plus(Usage.of(Item.ALARM_METRICS, template.alarmMetrics()))
                        .plus(Usage.of(Item.SECRETS, template.secrets().size())));
    }

    private Map<String, Usage> ticks(Snapshot all) {
        Map<String, Usage> ticks = new HashMap<>();
        for (Function function : scheduled()) {
            var runs = all.runs().get(function.name());
            if (runs != null) {
                ticks.put(
                        function.name(),
                        all.usage(List.of(function.name()), memory)
                                .times(1.0 / runs.number())
                                .plus(Usage.of(Item.SCHEDULER_TICKS, 1)));
            }
        }
        return ticks;
    }

    private List<Function> scheduled() {
        return template.functions().stream()
                .filter(function -> function.events().stream().anyMatch(ScheduleEvent.class::isInstance))
                .toList();
    }

    /** Waits for the next tick of each schedule that the moved clock makes due, and for what they start. */
    private void tick(Stack stack, Snapshot before) throws InterruptedException {
        for (Function function : scheduled()) {
            long runs = runs(before, function);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (runs(Snapshot.of(stack.calls()), function) == runs && System.nanoTime() < end) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        settle(stack);
    }

    private static long runs(Snapshot snapshot, Function function) {
        var runs = snapshot.runs().get(function.name());
        return runs == null ? 0 : runs.number();
    }

    private void ask(Stack stack) throws IOException, InterruptedException {
        JsonNode list = Json.read(get(stack, "/v1/articles?limit=20"));
        for (int i = 1; i < QUERIES; i++) {
            String id = list.path("items").path(i).path("id").asText();
            get(stack, i % 2 == 0 ? "/v1/articles?q=harbour" : "/v1/articles/" + id);
        }
        if (list.path("items").size() != 20) {
            throw new LibraryFailed(list.path("items").size() + " articles were listed");
        }
    }

    private String get(Stack stack, String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(stack.endpoints().api().resolve(path)).build());
    }

    private String post(Stack stack, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(stack.endpoints().api().resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new LibraryFailed(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static void settle(Stack stack) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!stack.idle()) {
            if (System.nanoTime() > end) {
                throw new LibraryFailed("the stack was not idle within " + PATIENCE);
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private StackOptions options(InventedPress press) {
        return new StackOptions(
                file,
                OptionalInt.empty(),
                Optional.empty(),
                new HashSet<>(press.hosts()),
                Map.of(),
                0,
                0,
                () -> Instant.now().plus(ahead.get()),
                Map.of());
    }
}
