package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.source.Fault;
import app.lede.source.Poll;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryPlannedMinutes;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulePollsTest {

    private static final String URL = "https://news.example.org/feed.xml";
    private static final SourceId NEWS = SourceId.ofUrl(URL);

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final SchedulePolls step = new SchedulePolls(sources, new InMemoryPlannedMinutes(), polls);

    @Test
    void a_dead_source_has_one_turn_in_30_days() {
        sources.add(Source.added(NEWS, URL, null, Samples.NOON));
        Poll failed = new Poll.Failed(new Fault(Samples.NOON, "refused", "no"), Fault.Weight.HARD, null);
        for (int failures = 0; failures < 30; failures++) {
            sources.change(NEWS, source -> source.after(failed, Samples.NOON, Samples.NOON));
        }
        Instant turn = sources.get(NEWS).orElseThrow().nextPoll(Samples.NOON).orElseThrow();
        assertEquals(List.of(turn), turns(30).stream().map(PollJob::planned).toList());
    }

    @Test
    void a_source_has_its_turn_in_each_interval() {
        sources.add(Source.added(NEWS, URL, null, Samples.NOON));
        assertEquals(48, turns(2).size());
    }

    /** What a tick every six hours plans. */
    private List<PollJob> turns(int days) {
        List<PollJob> jobs = new ArrayList<>();
        step.plan(Samples.NOON);
        polls.take();
        for (int tick = 1; tick <= days * 4; tick++) {
            step.plan(Samples.NOON.plus(Duration.ofHours(6L * tick)));
            jobs.addAll(polls.take());
        }
        return jobs;
    }
}
