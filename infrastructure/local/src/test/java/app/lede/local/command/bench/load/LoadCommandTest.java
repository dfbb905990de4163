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

class LoadCommandTest {

    static final String TEMPLATE = Path.of(
                    System.getProperty("lede.repository", "../.."), "infrastructure", "template.yaml")
            .toString();

    private final RecordedTerminal terminal = new RecordedTerminal();

    @TempDir
    private Path folder;

    @Test
    @LongRunning
    void everything_polled_uploaded_and_deleted_at_once_has_its_one_outcome() {
        int code = new CommandLine(new LoadCommand(terminal.terminal()))
                .execute(
                        "--json",
                        "--articles=60",
                        "--sources=4",
                        "--steps=2",
                        "--template",
                        TEMPLATE,
                        "--log",
                        folder.resolve("log").toString());
        JsonNode line = Outcome.of(code, terminal, folder.resolve("log"));
        assertEquals(72, line.path("sent").asInt(), line::toString);
        assertEquals(72, line.path("outcomes").asInt(), line::toString);
        assertTrue(line.path("deleted").asInt() > 0, line::toString);
        for (String function : new String[] {"poll-source", "fetch-article", "parse-document", "summarise-article"}) {
            JsonNode times = line.at("/steps/1/functionsMs/" + function);
            assertTrue(times.path("p99").asDouble() >= times.path("p50").asDouble(), line::toString);
            assertTrue(times.path("p50").asDouble() > 0, line::toString);
        }
        assertEquals(8, line.at("/steps/1/queriesMs").size(), line::toString);
    }

    private WrongUsage wrong(String... arguments) {
        CommandLine command = new CommandLine(new LoadCommand(terminal.terminal()));
        command.parseArgs(arguments);
        return assertThrows(
                WrongUsage.class, () -> command.<LoadCommand>getCommand().call());
    }

    @Test
    void numbers_beyond_the_bounds_are_wrong_usage() {
        assertEquals(
                "--articles takes a number from 10 to 200000, not 5",
                wrong("--articles=5").getMessage());
        assertEquals(
                "--steps takes a number from 1 to 6, not 7", wrong("--steps=7").getMessage());
        assertEquals(
                "--sources takes a number from 1 to 2000, not 0",
                wrong("--sources=0").getMessage());
    }

    @Test
    void too_few_sources_are_wrong_usage_that_tells_how_many_are_enough() {
        assertEquals(
                "50000 articles of 20 sources make feeds too long; name --sources 125 or more",
                wrong("--articles=50000").getMessage());
    }
}
