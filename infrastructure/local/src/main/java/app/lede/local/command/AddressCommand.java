package app.lede.local.command;

import app.lede.fetch.AddressLines;
import app.lede.fetch.AddressRules;
import app.lede.local.command.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lede address}: checks URLs and addresses against the fetch guard, without a stack. */
@Command(
        name = "address",
        description =
                "Print one JSON line per address of a list of {\"url\"} or {\"ip\"}: whether it may be fetched, and"
                        + " the reason.")
public final class AddressCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final AddressLines lines = new AddressLines(new AddressRules());

    @Mixin
    private ListOption listOption = new ListOption();

    public AddressCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ListOption.write(terminal, "address", listOption.ofEntries(entry -> lines.render(entry.line())));
    }
}
