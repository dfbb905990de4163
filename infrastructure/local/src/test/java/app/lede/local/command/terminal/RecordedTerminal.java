package app.lede.local.command.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A terminal that records its output. */
public final class RecordedTerminal {

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(results, true, StandardCharsets.UTF_8),
            new PrintStream(messages, true, StandardCharsets.UTF_8));

    public Terminal terminal() {
        return terminal;
    }

    public List<String> results() {
        return results.toString(StandardCharsets.UTF_8).lines().toList();
    }

    public String messages() {
        return messages.toString(StandardCharsets.UTF_8);
    }
}
