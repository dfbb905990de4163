package app.lede.benchmarks;

import app.lede.benchmarks.coldstart.StartsCommand;
import app.lede.benchmarks.ranker.SummariesCommand;
import app.lede.benchmarks.ranker.TrainSummariesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point: {@code java -jar benchmarks.jar --help}. */
@Command(
        name = "benchmarks",
        description = "How fast Lede reads: pages of your own, and collections of many documents. Trains its models.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CompareCommand.class,
            ColdCommand.class,
            StartsCommand.class,
            UnpackCommand.class,
            LanguageModelCommand.class,
            DetectCommand.class,
            TrainSummariesCommand.class,
            SummariesCommand.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    /** Exits with 0 if everything was measured, 2 for a wrong command line, 1 otherwise. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks());
    }
}
