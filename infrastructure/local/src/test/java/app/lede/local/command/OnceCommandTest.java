package app.lede.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.testkit.LongRunning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs the command on real stacks with the template, every engine and every function. */
class OnceCommandTest {

    @TempDir
    Path folder = Path.of("");

    private final RecordedTerminal recorded = new RecordedTerminal();

    @Test
    void the_samples_all_reach_their_outcome() {
        assertEquals(0, new CommandLine(new OnceCommand(recorded.terminal())).execute(), recorded.messages());
        List<String> table = recorded.results();
        assertEquals("14 stored, 1 unchanged, 2 empty, 0 lost", table.getLast());
        String text = String.join("\n", table);
        for (String shown : List.of("EE FI PL", "CI GH CM", "JO EG TN", "2026-03-05  es", "rádio comunitária.txt")) {
            assertTrue(text.contains(shown), text);
        }
    }

    @Test
    @LongRunning
    void a_feed_that_may_not_be_fetched_and_hostile_documents_have_outcomes_too() throws IOException {
        Files.write(folder.resolve("binary.html"), new byte[] {0, 1, 2, 3, (byte) 0xff, 0, 0, 7});
        Files.writeString(folder.resolve("a+b c ü.html"), "");
        Files.write(folder.resolve("large.txt"), new byte[21 << 20]);
        assertEquals(
                0,
                new CommandLine(new OnceCommand(recorded.terminal()))
                        .execute("--chaos=0.1", "http://127.0.0.1:9/feed.xml", folder.toString()),
                recorded.messages());
        String text = String.join("\n", recorded.results());
        assertTrue(text.contains("source        http://127.0.0.1:9/feed.xml"), text);
        assertTrue(text.contains("blocked, "), text);
        assertEquals(
                "0 stored, 1 empty, 1 too-large, 1 unknown-type, 0 lost",
                recorded.results().getLast());
    }
}
