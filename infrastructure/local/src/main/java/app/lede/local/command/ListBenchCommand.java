package app.lede.local.command;

import app.lede.json.Json;
import app.lede.local.command.ingestion.StackLibrary;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.wiring.InvocationFailed;
import app.lede.local.wiring.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lede bench list}: measures lists of the newest articles with many readers, in three ways in one run. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Run a stack, upload articles, and let readers list the newest of them: table, from the table at each"
                    + " request; index, from the search index and recent articles; validated, with the validator of the"
                    + " page.",
            "Calls the function query-articles without HTTP. Ends with one JSON line; times are milliseconds."
        })
public final class ListBenchCommand implements Callable<Integer> {

    private static final String FUNCTION = "query-articles";
    private static final int ROUNDS = 3;

    private final Terminal terminal;

    @Option(names = "--articles", paramLabel = "N", description = "How many; 200 unless given.")
    private int articles = 200;

    @Option(names = "--readers", paramLabel = "N", description = "Threads that read; 50 unless given.")
    private int readers = 50;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Length of each of three rounds of each way; 5 unless given.")
    private int seconds = 5;

    @Mixin
    private StackOption stackOption = new StackOption();

    /** Creates the command. */
    public ListBenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException, InvocationFailed {
        if (articles < 20 || readers < 1 || seconds < 1) {
            throw new WrongUsage("--articles is at least 20, --readers and --seconds at least 1");
        }
        stackOption.keepLog(terminal);
        try (OpenStack open = OpenStack.start(stackOption.passing())) {
            fill(open.stack());
            terminal.result(measured(open.stack()).toString());
        }
        return ExitCode.COMPLETE.value();
    }

    private void fill(Stack stack) throws InterruptedException {
        try (StackLibrary library = new StackLibrary(stack, StackNames.documentsBucket(stack))) {
            for (int i = 0; i < articles; i++) {
                library.upload("inbox/" + i + ".html", page(i).getBytes(StandardCharsets.UTF_8));
            }
        }
        while (!stack.idle()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        terminal.message("bench: " + articles + " articles stored");
    }

    private static String page(int number) {
        String paragraph =
                "The ferry number " + number + " crossed the river before noon, said the harbour master, who counted"
                        + " the passengers and the goats on board. The next one leaves when the"
                        + " water has fallen by a hand.";
        return "<html lang=en><head><title>Ferry " + number
                + " crosses the river</title></head><body><article><h1>Ferry " + number + " crosses the river</h1>"
                + ("<p>" + paragraph + "</p>").repeat(4) + "</article></body></html>";
    }

    private ObjectNode measured(Stack stack) throws InterruptedException, ExecutionException, InvocationFailed {
        ObjectNode table = event("sort=arrival");
        ObjectNode index = event("sort=newest");
        ObjectNode validated = event("sort=newest");
        validated.withObject("/headers").put("if-none-match", etag(stack.invoke(FUNCTION, Json.bytes(index))));
        List<ObjectNode> ways = List.of(table, index, validated);
        List<List<long[]>> rounds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round <= ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                long[] times = round(stack, Json.bytes(ways.get(way)));
                if (round > 0) { // The first warms up.
                    rounds.get(way).add(times);
                }
            }
        }
        ObjectNode line = Json.object().put("articles", articles).put("readers", readers);
        line.set("table", summary(rounds.get(0)));
        line.set("index", summary(rounds.get(1)));
        line.set("validated", summary(rounds.get(2)));
        return line;
    }

    private static String etag(byte[] answer) {
        JsonNode json = Json.read(answer);
        if (json.path("statusCode").asInt() != 200) {
            throw new IllegalStateException("the list was not answered: " + json);
        }
        return json.at("/headers/etag").asText();
    }

    private static ObjectNode event(String query) {
        ObjectNode event = Json.object().put("routeKey", "GET /v1/articles").put("rawPath", "/v1/articles");
        event.put("rawQueryString", query).putObject("headers").put("host", "localhost");
        event.putObject("requestContext")
                .put("requestId", "bench")
                .putObject("http")
                .put("method", "GET");
        return event;
    }

    /** Returns the times of all calls of one round, in nanoseconds. */
    private long[] round(Stack stack, byte[] event) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService pool = Executors.newFixedThreadPool(readers)) {
            List<Future<long[]>> reading = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                reading.add(pool.submit(() -> reader(stack, event, end)));
            }
            LongStream all = LongStream.empty();
            for (Future<long[]> times : reading) {
                all = LongStream.concat(all, Arrays.stream(times.get()));
            }
            return all.sorted().toArray();
        }
    }

    private static long[] reader(Stack stack, byte[] event, long end) throws InvocationFailed {
        LongStream.Builder times = LongStream.builder();
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            int status =
                    Json.read(stack.invoke(FUNCTION, event)).path("statusCode").asInt();
            if (status != 200 && status != 304) {
                throw new IllegalStateException("a list was answered with " + status);
            }
            times.add(System.nanoTime() - start);
        }
        return times.build().toArray();
    }

    /** Takes the median of the rounds. */
    private ObjectNode summary(List<long[]> rounds) {
        return Json.object()
                .put(
                        "requestsPerSecond",
                        median(rounds.stream()
                                .mapToDouble(times -> times.length / (double) seconds)
                                .toArray()))
                .put(
                        "p50",
                        median(rounds.stream()
                                .mapToDouble(times -> millis(times, 50))
                                .toArray()))
                .put(
                        "p99",
                        median(rounds.stream()
                                .mapToDouble(times -> millis(times, 99))
                                .toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return Math.round(values[values.length / 2] * 100) / 100.0;
    }

    private static double millis(long[] sorted, int percent) {
        return sorted.length == 0
                ? 0
                : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1_000_000.0;
    }
}
