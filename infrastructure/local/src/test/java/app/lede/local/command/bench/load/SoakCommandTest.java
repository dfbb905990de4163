package app.lede.local.command.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SoakCommandTest {

    private final RecordedTerminal terminal = new RecordedTerminal();

    @TempDir
    private Path folder;

    @Test
    @LongRunning
    void hours_of_a_press_pass_and_everything_shown_has_its_one_outcome() {
        int code = new CommandLine(new SoakCommand(terminal.terminal()))
                .execute(
                        "--json",
                        "--hours=4",
                        "--sources=10",
                        "--template",
                        LoadCommandTest.TEMPLATE,
                        "--log",
                        folder.resolve("log").toString());
        JsonNode line = Outcome.of(code, terminal, folder.resolve("log"));
        assertEquals(4, line.path("hours").asInt(), line::toString);
        assertTrue(line.path("shown").asInt() > 20, line::toString);
        assertTrue(line.path("heap").size() >= 3, line::toString);
        assertEquals(0, line.path("messagesLeft").asInt(), line::toString);
    }

    @Test
    void too_few_hours_are_wrong_usage() {
        CommandLine command = new CommandLine(new SoakCommand(terminal.terminal()));
        command.parseArgs("--hours=3");
        WrongUsage wrong = assertThrows(
                WrongUsage.class, () -> command.<SoakCommand>getCommand().call());
        assertEquals("--hours takes a number from 4 to 720, not 3", wrong.getMessage());
    }
}
