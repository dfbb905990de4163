package app.lede.local.command.bench;

import app.lede.local.command.ListBenchCommand;
import app.lede.local.command.bench.load.LoadCommand;
import app.lede.local.command.bench.load.SoakCommand;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lede bench}: measures parts of Lede on this machine. */
@Command(name = "bench", description = "Measure a part of Lede on this machine: search, list, load, soak.")
public final class BenchCommand implements Callable<Integer> {

    /** Creates the command with its subcommands. */
    public static CommandLine of(Terminal terminal) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new SearchBenchCommand(terminal))
                .addSubcommand(new ListBenchCommand(terminal))
                .addSubcommand(new LoadCommand(terminal))
                .addSubcommand(new SoakCommand(terminal));
    }

    @Override
    public Integer call() {
        throw new WrongUsage("name what to measure: search, list, load, soak");
    }
}
