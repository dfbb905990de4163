package app.lede.local.command.bench.load;

import static org.junit.jupiter.api.Assertions.fail;

import app.lede.json.Json;
import app.lede.local.command.terminal.RecordedTerminal;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The result of a command that keeps what its stack says in a file. */
final class Outcome {
    private static final int LINES = 150;

    private Outcome() {}

    /** Returns the line of JSON of a command that succeeded; of another, fails with what it and its stack said. */
    static JsonNode of(int code, RecordedTerminal terminal, Path log) {
        if (code == 0) {
            return Json.read(terminal.results().getLast());
        }
        return fail("exit code " + code + "\n" + String.join("\n", terminal.results()) + "\n" + terminal.messages()
                + "\nthe end of the log:\n" + String.join("\n", end(log)));
    }

    private static List<String> end(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of("there is none");
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
