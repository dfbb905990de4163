package app.lede.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code java -jar benchmarks.jar --help}. */
@Command(
        name = "benchmarks",
        description = "How fast Lede's extractor is, on pages of your own.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CompareCommand.class, ColdCommand.class})
public final class Benchmarks {

    private Benchmarks() {}

    /** Ends the process with 0 where everything was measured, 2 where the command line is wrong, 1 otherwise. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks());
    }
}
