package app.lede.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A run under chaos ends as a clean one, byte for byte but for the fields of an arrival. */
@LongRunning
class ChaosEndStateTest {

    /** Moments of an arrival, and which of two documents of one article came first. */
    private static final List<String> OF_ARRIVAL = List.of("arrival", "changed", "documentId", "file", "key");

    /** Hashes of addresses of the sample site, whose port is another in each run. */
    private static final List<String> OF_PORT = List.of("id", "sourceId");

    /** Returns the articles by headline. */
    private static Map<String, String> end(String chaos) {
        RecordedTerminal recorded = new RecordedTerminal();
        CommandLine once = new CommandLine(new OnceCommand(recorded.terminal()));
        assertEquals(
                0,
                once.execute("--json", "--template=../template.yaml", "--chaos=" + chaos, "--seed=2"),
                recorded.messages());
        boolean clean = chaos.equals("0");
        assertTrue(clean || recorded.messages().contains("lost 0, doubled 0"), recorded.messages());
        Map<String, String> end = new TreeMap<>();
        for (String line : recorded.results()) {
            JsonNode record = Json.read(line.replaceAll("127\\.0\\.0\\.1:\\d+", "site"));
            if (record instanceof ObjectNode article && article.hasNonNull("headline")) {
                List<String> left = new ArrayList<>(OF_ARRIVAL);
                left.addAll(article.path("url").asText().contains("//site/") ? OF_PORT : List.of());
                end.put(article.path("headline").asText(), article.remove(left).toString());
            }
        }
        return end;
    }

    @Test
    void the_samples_end_as_in_a_clean_run() {
        Map<String, String> clean = end("0");
        assertEquals(14, clean.size());
        assertEquals(clean, end("0.2"));
    }
}
