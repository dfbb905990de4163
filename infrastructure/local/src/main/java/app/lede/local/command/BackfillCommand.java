package app.lede.local.command;

import app.lede.feed.FeedScheme;
import app.lede.fetch.CanonicalUrl;
import app.lede.json.Json;
import app.lede.local.command.ingestion.LibraryFailed;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.proxy.SignedApi;
import app.lede.source.SourceId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lede backfill}: brings the past of a source, and waits for it. */
@Command(
        name = "backfill",
        description = {
            "Bring the past of a source: walk its archive, fetch the articles, the oldest first, and print the counts.",
            "The stack does the work, each request in its host's turn; this command starts it and waits. A backfill"
                + " that was left goes on by itself; the same command waits for it, and has it go on where it stopped."
                + " After a complete one it prints the counts; another begins with --restart or a budget. Credentials"
                + " are those of lede proxy."
        })
public final class BackfillCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 1_000;
    private static final int BAD_REQUEST = 400;
    private static final int MOST_SHOWN = 500;
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The source: its id, or the address it was added by.")
    private String source = "";

    @Option(
            names = "--api",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:4580",
            description = "The address of the API. Default: ${DEFAULT-VALUE}")
    private URI api = URI.create("http://127.0.0.1:4580");

    @Option(names = "--region", paramLabel = "REGION", description = "Region of the API, as of lede proxy.")
    private Optional<String> region = Optional.empty();

    @Option(names = "--pages", paramLabel = "N", description = "Most pages of the archive to ask for. Default: 100.")
    private Optional<Integer> pages = Optional.empty();

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "Most articles to fetch, the newest of those that are not known. Default: 1,000.")
    private Optional<Integer> articles = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Articles dated before this day or time are left out.")
    private Optional<String> until = Optional.empty();

    @Option(names = "--restart", description = "Begin another backfill after a complete one.")
    private boolean restart;

    public BackfillCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        String path = "/v1/sources/" + id() + "/backfill";
        SignedApi caller = ApiAddress.signed(api, region);
        ObjectNode budget = Json.object();
        pages.ifPresent(number -> budget.put("pages", number));
        articles.ifPresent(number -> budget.put("articles", number));
        until.ifPresent(time -> budget.put("until", time));
        if (restart) {
            budget.put("restart", true);
        }
        JsonNode run = answer(caller, "POST", path, Json.bytes(budget));
        Progress progress = new Progress(terminal, InstantSource.system(), "backfill");
        while (isGoingOn(run)) {
            Thread.sleep(PAUSE_MILLIS);
            run = answer(caller, "GET", path, new byte[0]);
            progress.say(status(run));
        }
        terminal.result(run.toString());
        boolean complete = run.path("state").asText().equals("complete");
        if (!complete) {
            terminal.message("backfill: " + status(run));
        }
        return (complete ? ExitCode.COMPLETE : ExitCode.LOST).value();
    }

    private String id() {
        return SourceId.isValid(source)
                ? source
                : CanonicalUrl.of(FeedScheme.web(source))
                        .map(url -> SourceId.ofUrl(url.value()).value())
                        .orElseThrow(() -> new WrongUsage("neither the id nor the address of a source: " + source));
    }

    /** Returns the state with the counts, and what the last attempt failed of. */
    private static String status(JsonNode run) {
        String counts =
                run.path("state").asText() + ", pages " + run.path("pages") + ", articles " + run.path("articles");
        int attempts = run.path("attempts").asInt();
        String failed = attempts == 0 ? "" : ", attempt " + attempts + " failed";
        String detail = run.path("detail").asText("");
        return counts + failed + (detail.isEmpty() ? "" : ": " + detail);
    }

    private static boolean isGoingOn(JsonNode run) {
        String state = run.path("state").asText();
        return state.equals("walking") || state.equals("sending");
    }

    /** Returns the faults of options in words; the fields of the API have the options' names. */
    private static String faults(String problem) {
        String faults = StreamSupport.stream(parsed(problem).path("errors").spliterator(), false)
                .map(fault -> "--" + fault.path("parameter").asText() + ": "
                        + fault.path("detail").asText())
                .collect(Collectors.joining("; "));
        return faults.isEmpty() ? sentence(problem) : faults;
    }

    /** Returns the detail of a problem (RFC 9457), or the beginning of an answer that is none. */
    private static String sentence(String answer) {
        String detail = parsed(answer).path("detail").asText();
        return detail.isEmpty() ? answer.substring(0, Math.min(MOST_SHOWN, answer.length())) : detail;
    }

    private static JsonNode parsed(String answer) {
        try {
            return Json.read(answer);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance(); // Not of Lede: of a proxy between.
        }
    }

    private static JsonNode answer(SignedApi caller, String method, String path, byte[] body)
            throws InterruptedException {
        try {
            HttpResponse<byte[]> response = caller.send(method, path, body.length == 0 ? Map.of() : JSON, body);
            String text = new String(response.body(), StandardCharsets.UTF_8);
            if (response.statusCode() == BAD_REQUEST) {
                throw new WrongUsage(faults(text));
            }
            if (response.statusCode() / 100 != 2) {
                throw new LibraryFailed("the API answered " + response.statusCode() + ": " + sentence(text));
            }
            return Json.read(text);
        } catch (IOException e) {
            // The JDK's client gives a refused connection no message.
            String reason =
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
            throw new LibraryFailed(caller.address() + " does not answer (" + reason
                    + "): is a stack running there? Name another with --api.");
        }
    }
}
