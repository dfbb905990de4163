package app.lede.aws.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void the_words_of_the_root_cause_come_before_its_class_and_the_first_frame_of_ours() {
        String cause = "";
        try {
            URI.create("not an address");
        } catch (IllegalArgumentException e) {
            cause = Cause.of(new IllegalStateException("around", e));
        }
        assertTrue(cause.startsWith("Illegal character in path"), cause);
        assertTrue(cause.contains(" (URISyntaxException, thrown at java.net.URI"), cause);
        assertTrue(cause.contains(", by app.lede.aws.lambda.CauseTest.the_words"), cause);
    }

    @Test
    void a_failure_is_one_bounded_line() {
        String cause = Cause.of(new IllegalStateException("two\nlines\u0007" + "x".repeat(1_000_000)));
        assertTrue(cause.length() < 700, cause);
        assertTrue(cause.startsWith("two lines x"), cause);
    }

    @Test
    void a_failure_without_frames_or_message_is_its_name() {
        StackOverflowError bare = new StackOverflowError();
        bare.setStackTrace(new StackTraceElement[0]);
        assertEquals("StackOverflowError", Cause.of(bare));
    }

    @Test
    void causes_in_a_ring_end() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second", first);
        first.initCause(second);
        assertTrue(List.of("first", "second").stream().anyMatch(Cause.of(first)::contains));
    }
}
