package app.lede.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ListBenchCommandTest {

    private final RecordedTerminal terminal = new RecordedTerminal();

    @TempDir
    private Path folder;

    @Test
    @LongRunning
    void the_line_has_every_way_with_its_figures() {
        int code = new CommandLine(new ListBenchCommand(terminal.terminal()))
                .execute(
                        "--articles", "20",
                        "--readers", "2",
                        "--seconds", "1",
                        "--template",
                                Path.of(
                                                System.getProperty("lede.repository", "../.."),
                                                "infrastructure",
                                                "template.yaml")
                                        .toString(),
                        "--log", folder.resolve("log").toString());
        assertEquals(0, code);
        JsonNode line = Json.read(terminal.results().getLast());
        for (String way : List.of("table", "index", "validated")) {
            assertTrue(line.path(way).path("requestsPerSecond").asDouble() > 0, line.toString());
            assertTrue(
                    line.path(way).path("p99").asDouble()
                            >= line.path(way).path("p50").asDouble(),
                    line.toString());
        }
    }

    @Test
    void too_few_articles_for_a_page_are_wrong_usage() {
        CommandLine command = new CommandLine(new ListBenchCommand(terminal.terminal()));
        command.parseArgs("--articles", "5");
        assertThrows(
                WrongUsage.class, () -> command.<ListBenchCommand>getCommand().call());
    }
}
