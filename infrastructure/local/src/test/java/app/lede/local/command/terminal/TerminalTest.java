package app.lede.local.command.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class TerminalTest {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void what_others_say_is_kept_in_a_file_that_the_person_is_told_of(@TempDir Path folder) throws IOException {
        RecordedTerminal recorded = new RecordedTerminal();
        Path log = folder.resolve("new").resolve("lede.log");
        recorded.terminal().keepOthersIn(log);
        System.out.println("a banner");
        System.err.println("a warning");
        recorded.terminal().message("a message");
        recorded.terminal().result("a result");
        assertEquals(List.of("a banner", "a warning"), Files.readAllLines(log));
        assertEquals(List.of("a result"), recorded.results());
        assertEquals("what functions and engines say is in " + log + "\na message\n", recorded.messages());
    }
}
