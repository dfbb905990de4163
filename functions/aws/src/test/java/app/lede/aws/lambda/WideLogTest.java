package app.lede.aws.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.testkit.TickingClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WideLogTest {

    private final FakeContext context = new FakeContext();

    private WideLog log(String function) {
        return new WideLog(
                context, function, new TickingClock(Instant.parse("2026-01-02T03:04:05Z"), Duration.ofMillis(7)));
    }

    private JsonNode written() {
        return Json.read(context.lines().getLast());
    }

    @Test
    void a_line_has_outcome_time_and_the_memory_held_for_it() {
        log("parse-document").line().with("key", "inbox/a").with("bytes", 12).end("stored");
        JsonNode line = written();
        assertEquals("parse-document", line.path("function").asText());
        assertEquals("stored", line.path("outcome").asText());
        assertEquals("request-1", line.path("requestId").asText());
        assertEquals(7, line.path("millis").asInt());
        assertEquals(7 * 512, line.path("mbMillis").asInt());
    }

    @Test
    void numbers_are_written_as_numbers_since_metric_filters_compare_no_texts() {
        log("deliver-alerts").line().with("whole", 12).with("decimal", 0.25).end("watched");
        assertEquals("12", written().path("whole").toString());
        assertEquals("0.25", written().path("decimal").toString());
    }

    @Test
    void work_that_throws_ends_its_line_as_failed_with_the_cause() {
        WideLog.Line line = log("compact-index").line().with("step", 2);
        assertEquals("done", line.attempt(() -> "done"));
        IllegalStateException broken = new IllegalStateException("broken");
        assertSame(
                broken,
                assertThrows(
                        IllegalStateException.class,
                        () -> line.attempt(() -> {
                            throw broken;
                        })));
        assertEquals(1, context.lines().size());
        assertEquals("failed", written().path("outcome").asText());
        assertEquals(2, written().path("step").asInt());
        assertTrue(written().path("error").asText().startsWith("broken (IllegalStateException, "), written()::toString);
    }

    @Test
    void metrics_have_one_dimension_and_the_namespace_of_the_stack() {
        log("parse-document").line().with("url", "https://a.example/1").end("failed");
        JsonNode line = written();
        JsonNode directive = line.path("_aws").path("CloudWatchMetrics").path(0);
        assertEquals("press", directive.path("Namespace").asText());
        assertEquals("[[\"function\"]]", directive.path("Dimensions").toString());
        for (JsonNode metric : directive.path("Metrics")) {
            assertTrue(line.path(metric.path("Name").asText()).isNumber(), metric::toString);
        }
        assertEquals(1, line.path("failures").asInt());
        log("poll-source").line().end("read");
        assertEquals("lede", written().at("/_aws/CloudWatchMetrics/0/Namespace").asText());
        assertEquals(0, written().path("failures").asInt());
    }

    @Test
    void what_is_long_is_cut_and_a_line_is_one_line() {
        log("parse-document")
                .line()
                .with("url", "x".repeat(100_000))
                .with("error", "two\nlines")
                .with("none", null)
                .end("failed");
        String line = context.lines().get(0);
        assertTrue(line.length() < 2_000);
        assertEquals(List.of(line.strip()), line.lines().toList());
        assertFalse(line.contains("none"));
    }
}
