package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.aws.Environment;
import app.lede.local.calls.CallLedger;
import app.lede.local.template.Function;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FunctionHostTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Activity activity = new Activity();
    private final FunctionHost host = new FunctionHost(
            new Function(
                    "SlowFunction", "slow", SlowHandler.class.getName(), Map.of(), 1, 128, Optional.empty(), List.of()),
            new Environment(Map.of("CHECKED", "yes"), InstantSource.system()),
            2,
            new PrintStream(log, true, StandardCharsets.UTF_8),
            activity,
            new CallLedger());

    @AfterEach
    void close() {
        host.close();
    }

    private String invoke(String event) {
        return new String(host.invoke(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void an_idle_instance_is_used_again() {
        assertEquals("1 true", invoke(""));
        assertEquals("2 true", invoke(""));
    }

    @Test
    void every_line_of_the_log_is_led_by_the_function_s_name() {
        invoke("");
        assertEquals("slow: first line\nslow: second line\n", log.toString(StandardCharsets.UTF_8));
    }

    @Test
    void an_answer_or_an_event_larger_than_lambda_takes_fails_the_call_and_is_named_in_the_log() {
        assertTrue(invoke("large 6291456").endsWith("x"));
        InvocationFailed answered = assertThrows(InvocationFailed.class, () -> invoke("large 6291457"));
        assertTrue(String.valueOf(answered.getMessage()).contains("answered 6291457 bytes"), answered::toString);
        InvocationFailed called = assertThrows(InvocationFailed.class, () -> invoke(" ".repeat(6_291_457)));
        assertTrue(String.valueOf(called.getMessage()).contains("was called with 6291457 bytes"), called::toString);
        assertTrue(log.toString(StandardCharsets.UTF_8).contains("answered 6291457 bytes, and Lambda takes 6291456"));
    }

    @Test
    void a_call_that_takes_too_long_fails_and_its_instance_is_not_used_again() {
        InvocationFailed failed = assertThrows(InvocationFailed.class, () -> invoke("hang"));
        assertTrue(failed.timedOut());
        assertTrue(String.valueOf(failed.getMessage()).contains("1 s"), failed::getMessage);
        assertEquals("1 true", invoke(""));
        assertTrue(activity.none());
        assertEquals(2, activity.begun());
    }

    @Test
    void an_instance_that_ends_its_process_is_not_used_again() {
        assertEquals("1 true", invoke(""));
        assertThrows(InvocationFailed.class, () -> invoke("wear out"));
        assertEquals("1 true", invoke(""));
    }
}
