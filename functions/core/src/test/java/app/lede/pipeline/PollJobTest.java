package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.json.Json;
import app.lede.source.SourceId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollJobTest {

    private static final String STORED = "{\"sourceId\":\"" + SourceId.ofUrl("https://news.example/feed")
            + "\",\"planned\":\"2026-01-02T03:04:00Z\"%s}";
    private static final Instant STARTED = Instant.parse("2026-01-02T03:00:00Z");

    private static PollJob.Task task(String more) {
        return Json.read(STORED.formatted(more), PollJob.class).task();
    }

    @Test
    void each_stored_job_has_its_task() {
        assertEquals(new PollJob.Task.Poll(), task(""));
        assertEquals(new PollJob.Task.Subscribe(), task(",\"hub\":true"));
        assertEquals(
                new PollJob.Task.BackfillStep(new PollJob.Turn(STARTED, 7)),
                task(",\"backfill\":{\"started\":\"" + STARTED + "\",\"step\":7}"));
        FollowUps next = FollowUps.of(FollowUps.Goal.FEED, List.of("https://news.example/rss"), 5);
        assertEquals(new PollJob.Task.FollowUp(next), task(",\"followUps\":" + Json.text(next)));
    }
}
