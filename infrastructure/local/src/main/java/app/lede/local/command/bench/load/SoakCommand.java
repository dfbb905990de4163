package app.lede.local.command.bench.load;

import app.lede.local.command.StackOption;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lede bench soak}: lets hours of a made-up press pass on a whole local stack. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Let hours of a made-up press pass on a whole local stack, over a temporary folder, in minutes: newsrooms,"
                + " magazines, blogs, silent and broken feeds. The clock is moved on whenever nothing is left to do.",
            "Prints the heap after collections with its slope, depths of queues, times of functions, and whether"
                    + " everything that feeds showed has its one outcome; exit code 1 if not. --seed chooses the press,"
                    + " too. Pages are not looked at again later."
        })
public final class SoakCommand implements Callable<Integer> {
    private static final int MOST_HOURS = 24 * 30;
    private static final int MOST_SOURCES = 10_000;

    private final Terminal terminal;

    @Option(names = "--hours", paramLabel = "N", defaultValue = "24", description = "Default: ${DEFAULT-VALUE}")
    private int hours;

    @Option(
            names = "--sources",
            paramLabel = "N",
            defaultValue = "100",
            description = "Newspapers; a hundred publish some 1,000 articles a day. Default: ${DEFAULT-VALUE}")
    private int sources;

    @Option(names = "--json", description = "The result as one line of JSON.")
    private boolean json;

    @Mixin
    private StackOption stackOption = new StackOption();

    /** Creates the command. */
    public SoakCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (hours < Soak.PARTS || hours > MOST_HOURS) {
            throw new WrongUsage("--hours takes a number from " + Soak.PARTS + " to " + MOST_HOURS + ", not " + hours);
        }
        if (sources < 1 || sources > MOST_SOURCES) {
            throw new WrongUsage("--sources takes a number from 1 to " + MOST_SOURCES + ", not " + sources);
        }
        stackOption.keepLog(terminal);
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        Instant start = LoadedStack.clock(ahead).instant();
        List<Press.Newspaper> papers = DayOfPress.of(sources, stackOption.seed(), start, Duration.ofHours(hours));
        int pages = papers.stream().mapToInt(paper -> paper.published().size()).sum();
        terminal.message("soak: starting the stack");
        try (LoadedStack loaded = new LoadedStack(stackOption, papers, ahead)) {
            Progress progress = new Progress(terminal, InstantSource.system(), "soak");
            LoadResult result = new Soak(loaded, progress, pages, stackOption.seed()).run(hours);
            print(result, loaded.press());
            return (result.faults().isEmpty() ? ExitCode.COMPLETE : ExitCode.LOST).value();
        }
    }

    private void print(LoadResult result, Press press) {
        int shown = press.shown().size();
        if (json) {
            terminal.result(result.json()
                    .put("hours", hours)
                    .put("sources", sources)
                    .put("seed", stackOption.seed())
                    .put("published", press.published())
                    .put("shown", shown)
                    .toString());
        } else {
            new LoadReport(terminal).print(result, "an hour");
            terminal.result(String.format(
                    Locale.ROOT,
                    "%d hours of %,d sources: %,d entries published, %,d shown to polls; the others are of broken"
                            + " feeds, left their feed between two polls, or are still to be polled",
                    hours,
                    sources,
                    press.published(),
                    shown));
        }
    }
}
