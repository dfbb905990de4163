package app.lede.local.command.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SearchBenchCommandTest {

    private final RecordedTerminal terminal = new RecordedTerminal();

    @Test
    @LongRunning
    void the_last_line_has_every_figure() throws Exception {
        int code = new CommandLine(new SearchBenchCommand(terminal.terminal())).execute("--articles", "1000", "--json");
        assertEquals(0, code);
        JsonNode line = Json.read(terminal.results().getLast());
        assertTrue(line.path("docsPerSecond").asLong() > 0, line.toString());
        assertTrue(line.path("bytesPerArticle").asLong() > 0, line.toString());
        assertTrue(line.path("coldFirstHitsMs").asLong() > 0, line.toString());
        for (QueryKind kind : QueryKind.values()) {
            JsonNode times = line.path("warm").path(kind.label());
            assertTrue(times.path("p50").asDouble() > 0, line.toString());
            assertTrue(times.path("p95").asDouble() >= times.path("p50").asDouble(), line.toString());
        }
    }

    @Test
    void a_number_of_articles_beyond_the_bounds_is_wrong_usage() {
        CommandLine command = new CommandLine(new SearchBenchCommand(terminal.terminal()));
        command.setExecutionExceptionHandler((problem, ignored, also) -> {
            throw problem;
        });
        command.parseArgs("--articles", "5");
        assertThrows(
                WrongUsage.class, () -> command.<SearchBenchCommand>getCommand().call());
    }
}
