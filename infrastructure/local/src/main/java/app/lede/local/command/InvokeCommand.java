package app.lede.local.command;

import app.lede.local.command.jsonlines.InputFile;
import app.lede.local.command.terminal.ExitCode;
import app.lede.local.command.terminal.Terminal;
import app.lede.local.command.terminal.WrongUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lede invoke}: invokes one function with one event. */
@Command(name = "invoke", description = "Invoke one function of an empty stack with an event and print its response.")
public final class InvokeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FUNCTION", description = "Name of the function, such as parse-document.")
    private String function = "";

    @Parameters(
            index = "1",
            paramLabel = "EVENT.json",
            description = "The event, such as one of those under events/FUNCTION/.")
    private Path event = Path.of("");

    @Mixin
    private StackOption stackOption = new StackOption();

    public InvokeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(event)) {
            throw new WrongUsage("no such event: " + event);
        }
        byte[] bytes = InputFile.read(event);
        stackOption.keepLog(terminal);
        try (OpenStack open = OpenStack.start(stackOption.passing())) {
            List<String> functions = open.stack().names().functions();
            if (!functions.contains(function)) {
                throw new WrongUsage(
                        "no function is called " + function + "; there are " + String.join(", ", functions));
            }
            byte[] answer = open.stack().invoke(function, bytes);
            terminal.result(new String(answer, StandardCharsets.UTF_8));
            return ExitCode.COMPLETE.value();
        }
    }
}
