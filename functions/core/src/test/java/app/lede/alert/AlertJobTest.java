package app.lede.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.saved.SearchId;
import app.lede.source.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertJobTest {

    private static final SearchId SEARCH = new SearchId(Digest.base32("search"));
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    static Stream<AlertJob.Occasion> occasions() {
        return Stream.of(
                new AlertJob.Occasion.Matched(List.of("a", "b")),
                new AlertJob.Occasion.Edited(List.of("a")),
                new AlertJob.Occasion.Silent("2026-01-02T06:00:00.000Z"),
                new AlertJob.Occasion.OfSource(alert(SourceAlert.Kind.SILENT)),
                new AlertJob.Occasion.OfSource(alert(SourceAlert.Kind.RESUMED)),
                new AlertJob.Occasion.Test());
    }

    @ParameterizedTest
    @MethodSource("occasions")
    void an_occasion_survives_the_queue(AlertJob.Occasion occasion) {
        AlertJob job = AlertJob.first(SEARCH, "one", occasion);
        assertEquals(occasion, Json.read(Json.text(job), AlertJob.class).occasion());
    }

    @Test
    void a_job_that_an_earlier_version_sent_is_read() {
        String sent = "{\"search\":{\"value\":\"" + SEARCH
                + "\"},\"id\":\"one\",\"kind\":\"MATCHED\",\"articles\":[\"a\"]," + "\"attempts\":2}";
        AlertJob job = Json.read(sent, AlertJob.class);
        assertEquals(new AlertJob.Occasion.Matched(List.of("a")), job.occasion());
        assertEquals(2, job.attempts());
    }

    private static SourceAlert alert(SourceAlert.Kind kind) {
        return new SourceAlert(
                Digest.base32("alert"),
                SourceId.ofUrl("https://news.example.org/feed"),
                "News",
                "https://news.example.org/feed",
                kind,
                NOON,
                NOON.minusSeconds(60),
                "errors",
                "dns");
    }
}
