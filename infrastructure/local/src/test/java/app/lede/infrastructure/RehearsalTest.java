package app.lede.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.lede.testkit.LongRunning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Runs {@code infrastructure/rehearse.py} where a Python has its packages: the one that {@code LEDE_PYTHON} names, or {@code
 * python3}.
 */
class RehearsalTest {

    /** The exit code of rehearse.py where packages cannot be had; 2 is Python's own, for a file it cannot open. */
    private static final int LACKS_PACKAGES = 77;

    @Test
    @LongRunning
    void the_expanded_template_is_created_updated_and_deleted_on_an_emulator() throws InterruptedException {
        String python = Optional.ofNullable(System.getenv("LEDE_PYTHON")).orElse("python3");
        ProcessBuilder command = new ProcessBuilder(
                        python, Repository.file("infrastructure/rehearse.py").toString(), "--here")
                .redirectErrorStream(true);
        String said;
        int code;
        try {
            Process rehearsal = command.start();
            said = new String(rehearsal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            code = rehearsal.waitFor();
        } catch (IOException e) {
            said = "there is no " + python + ": " + e.getMessage();
            code = LACKS_PACKAGES;
        }
        assumeTrue(code != LACKS_PACKAGES, said.strip());
        assertEquals(0, code, said);
    }
}
