package app.lede.local.command;

import app.lede.local.command.ingestion.Arrival;
import app.lede.local.command.ingestion.Ingestion;
import app.lede.local.command.ingestion.Injected;
import app.lede.local.command.ingestion.Input;
import app.lede.local.command.ingestion.Report;
import app.lede.local.command.ingestion.StackLibrary;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.local.sample.SampleDocuments;
import app.lede.local.sample.SampleSite;
import app.lede.local.wiring.StackOptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lede once}: runs inputs through an empty stack, prints the results and discards the stack. */
@Command(
        name = "once",
        description = {
            "Run feeds and documents through an empty stack on this machine and print their outcomes.",
            "Without inputs: a sample site and sample documents."
        })
public final class OnceCommand implements Callable<Integer> {

    private static final double SECONDS_BETWEEN_SAMPLE_REQUESTS = 0.2;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE|URL|DIR",
            description = "A document, a feed, a site with a feed, or a folder of documents.")
    private List<String> inputs = List.of();

    @Mixin
    private StackOption stackOption = new StackOption();

    @Mixin
    private JsonOption jsonOption = new JsonOption();

    @Option(
            names = "--stories",
            description = "Wait for the search index, some seconds more, and print the stories of the articles.")
    private boolean stories;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "Seconds without progress after which open inputs count as lost. " + "Default: ${DEFAULT-VALUE}")
    private int patience = 120;

    public OnceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Creates the run of the sample inputs, as for {@code lede} without arguments. */
    public static OnceCommand ofSamples(Terminal terminal, boolean json) {
        OnceCommand once = new OnceCommand(terminal);
        once.jsonOption.json = json;
        return once;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (patience < 1) {
            throw new WrongUsage("--patience takes a number of seconds from 1, not " + patience);
        }
        List<Input> given = Input.of(inputs);
        ExitCode code = given.isEmpty() ? sampleRun() : run(stackOption.passing(), given);
        return code.value();
    }

    private ExitCode sampleRun() throws IOException, InterruptedException {
        try (SampleSite site = SampleSite.open()) {
            List<Input> samples = new ArrayList<>();
            samples.add(new Input.Site(site.feed()));
            samples.addAll(SampleDocuments.inputs());
            return run(stackOption.passing(site.hostAndPort(), SECONDS_BETWEEN_SAMPLE_REQUESTS), samples);
        }
    }

    private ExitCode run(StackOptions options, List<Input> given) throws InterruptedException {
        InstantSource clock = InstantSource.system();
        Progress progress = new Progress(terminal, clock, "once");
        stackOption.keepLog(terminal);
        terminal.message("once: starting the stack");
        try (OpenStack open = OpenStack.start(options);
                StackLibrary library = new StackLibrary(open.stack(), StackNames.documentsBucket(open.stack()))) {
            terminal.message("once: the stack is up; " + given.size() + " inputs are on their way");
            Ingestion ingestion = new Ingestion(
                    library,
                    clock,
                    () -> Thread.sleep(BETWEEN_LOOKS.toMillis()),
                    progress,
                    Duration.ofSeconds(patience));
            Arrival arrival = ingestion.run(given);
            if (options.chaos() > 0) {
                terminal.message("once: " + Injected.line(open.stack().faults(), arrival, library.documents()));
            }
            return show(arrival, stories ? storiesOf(arrival, library) : List.of());
        }
    }

    private List<JsonNode> storiesOf(Arrival arrival, StackLibrary library) throws InterruptedException {
        int articles = (int) arrival.documents().stream()
                .flatMap(document -> document.article().stream())
                .map(article -> article.path("id").asText())
                .distinct()
                .count();
        int looks = (int) (Duration.ofSeconds(patience).toMillis() / BETWEEN_LOOKS.toMillis());
        return library.stories(articles, () -> Thread.sleep(BETWEEN_LOOKS.toMillis()), looks);
    }

    private ExitCode show(Arrival arrival, List<JsonNode> found) {
        Report report = new Report(terminal);
        if (jsonOption.json) {
            report.json(arrival, found);
        } else {
            report.table(arrival, found);
        }
        return arrival.lost().isEmpty() && !terminal.closed() ? ExitCode.COMPLETE : ExitCode.LOST;
    }
}
