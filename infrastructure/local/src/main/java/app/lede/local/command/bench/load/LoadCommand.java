package app.lede.local.command.bench.load;

import app.lede.local.command.StackOption;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Progress;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lede bench load}: takes articles of a made-up press through a whole local stack, in steps of growing load. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Take made-up articles through a whole local stack, over a temporary folder: newspapers on this machine"
                    + " are polled by schedule, clients upload, readers ask and articles are deleted, all at once, in"
                    + " steps of growing load.",
            "Prints articles a second, times of functions and queries, depths of queues, the heap after collections,"
                    + " and whether everything sent has its one outcome; exit code 1 if not. --seed chooses the press,"
                    + " too. Pages are not looked at again later."
        })
public final class LoadCommand implements Callable<Integer> {
    private static final int MOST_ARTICLES = 200_000;
    private static final int MOST_SOURCES = 2_000;
    /** A poll reads a feed of so many entries at most in this run. */
    private static final int MOST_ENTRIES = 400;

    private static final int MOST_STEPS = 6;

    private final Terminal terminal;

    @Option(names = "--articles", paramLabel = "N", defaultValue = "2000", description = "Default: ${DEFAULT-VALUE}")
    private int articles;

    @Option(
            names = "--sources",
            paramLabel = "N",
            defaultValue = "20",
            description = "Newspapers, which publish three fifths of the articles. Default: ${DEFAULT-VALUE}")
    private int sources;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "4",
            description = "Steps, each with twice the clients of the one before. Default: ${DEFAULT-VALUE}")
    private int steps;

    @Option(names = "--json", description = "The result as one line of JSON.")
    private boolean json;

    @Mixin
    private StackOption stackOption = new StackOption();

    /** Creates the command. */
    public LoadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Ladder ladder = ladder();
        stackOption.keepLog(terminal);
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        var papers = Load.papers(ladder, LoadedStack.clock(ahead).instant());
        terminal.message("load: starting the stack");
        try (LoadedStack loaded = new LoadedStack(stackOption, papers, ahead)) {
            Progress progress = new Progress(terminal, InstantSource.system(), "load");
            LoadResult result = new Load(ladder, loaded, progress, stackOption.seed()).run();
            if (json) {
                ObjectNode line = result.json().put("articles", articles).put("sources", sources);
                terminal.result(line.put("seed", stackOption.seed()).toString());
            } else {
                new LoadReport(terminal).print(result, "1,000 articles");
            }
            return (result.faults().isEmpty() ? ExitCode.COMPLETE : ExitCode.LOST).value();
        }
    }

    private Ladder ladder() {
        if (sources < 1 || sources > MOST_SOURCES) {
            throw new WrongUsage("--sources takes a number from 1 to " + MOST_SOURCES + ", not " + sources);
        }
        if (steps < 1 || steps > MOST_STEPS) {
            throw new WrongUsage("--steps takes a number from 1 to " + MOST_STEPS + ", not " + steps);
        }
        if (articles < 10 || articles > MOST_ARTICLES) {
            throw new WrongUsage("--articles takes a number from 10 to " + MOST_ARTICLES + ", not " + articles);
        }
        if (articles / sources > MOST_ENTRIES) {
            throw new WrongUsage(articles + " articles of " + sources + " sources make feeds too long; name --sources "
                    + Math.ceilDiv(articles, MOST_ENTRIES) + " or more");
        }
        return new Ladder(articles, sources, steps);
    }
}
