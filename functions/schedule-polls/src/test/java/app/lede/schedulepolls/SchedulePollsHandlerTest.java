package app.lede.schedulepolls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.pipeline.FetchJob;
import app.lede.pipeline.ParkedJobs;
import app.lede.pipeline.PollJob;
import app.lede.pipeline.SchedulePolls;
import app.lede.source.PlannedMinutes;
import app.lede.source.PollPlan;
import app.lede.source.Schedule;
import app.lede.source.Source;
import app.lede.source.SourceId;
import app.lede.testkit.Crashes;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemoryParkedJobs;
import app.lede.testkit.InMemoryPlannedMinutes;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Invocation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchedulePollsHandlerTest {

    private static final Instant EACH_MINUTE = Instant.parse("2026-01-02T03:04:00Z");
    private static final Instant AFTER_A_GAP = Instant.parse("2026-01-02T05:00:00Z");
    private static final SourceId NEWS = SourceId.ofUrl("https://news.example.org/feed.xml");

    private final InMemorySources sources = new InMemorySources();
    private final InMemoryPlannedMinutes minutes = new InMemoryPlannedMinutes();
    private final InMemoryQueue<PollJob> polls = new InMemoryQueue<>();
    private final SchedulePollsHandler handler = new SchedulePollsHandler(
            new SchedulePolls(sources, minutes, polls, new InMemoryParkedJobs(), new InMemoryQueue<>()),
            InstantSource.fixed(AFTER_A_GAP.plusSeconds(7)));

    @Test
    void every_event_of_the_folder_is_tested_here() {
        assertEquals(List.of("after-a-gap", "each-minute"), EventFiles.cases("schedule-polls"));
    }

    @Test
    void a_tick_plans_the_minute_it_was_scheduled_for_and_not_the_time_it_arrived() throws IOException {
        Invocation tick = invoke("each-minute");
        assertEquals("{}", tick.answer().toString());
        assertEquals(List.of("planned"), tick.outcomes());
        assertEquals(1, tick.lines().getFirst().path("minutes").asInt());
        assertEquals(EACH_MINUTE, minutes.last().orElseThrow());
    }

    @Test
    void a_gap_is_made_up_for_with_one_poll_of_each_source() throws IOException {
        sources.add(Source.added(NEWS, "https://news.example.org/feed.xml", null, EACH_MINUTE));
        minutes.planned(EACH_MINUTE);
        Invocation tick = invoke("after-a-gap");
        assertEquals(116, tick.lines().getFirst().path("minutes").asInt());
        assertEquals(List.of(turns(EACH_MINUTE, AFTER_A_GAP).getLast()), polls.jobs());
        assertEquals(AFTER_A_GAP, minutes.last().orElseThrow());
    }

    @Test
    void a_parked_row_that_is_no_job_is_named_and_neither_the_others_nor_the_minutes_wait() throws IOException {
        FetchJob job = FetchJob.of(
                null,
                "https://news.example.org/a",
                NEWS,
                null,
                EACH_MINUTE,
                new FetchJob.Entry(null, null, null, null, null));
        ParkedJobs parked = new ParkedJobs() {
            @Override
            public void park(FetchJob parkedJob, Instant until) {
                throw new UnsupportedOperationException("nothing is parked here");
            }

            @Override
            public Stream<Row> in(Instant bucket) {
                return Stream.of(new Row.Unreadable("due#1 x", "no JSON"), new Row.Job(job));
            }
        };
        InMemoryQueue<FetchJob> fetches = new InMemoryQueue<>();
        SchedulePollsHandler parking = new SchedulePollsHandler(
                new SchedulePolls(sources, minutes, polls, parked, fetches), InstantSource.fixed(AFTER_A_GAP));
        minutes.planned(AFTER_A_GAP.minusSeconds(60));
        Invocation tick = Invocation.of(parking, EventFiles.read("schedule-polls", "after-a-gap"));
        assertEquals(List.of("planned", "unreadable"), tick.outcomes());
        assertEquals(List.of(job), fetches.jobs());
        assertEquals(AFTER_A_GAP, minutes.last().orElseThrow());
    }

    @Test
    void a_tick_that_comes_twice_plans_once() throws IOException {
        sources.add(Source.added(NEWS, "https://news.example.org/feed.xml", null, EACH_MINUTE));
        minutes.planned(EACH_MINUTE);
        invoke("after-a-gap");
        polls.take();
        assertEquals(0, invoke("after-a-gap").lines().getFirst().path("polls").asInt());
        assertEquals(List.of(), polls.jobs());
    }

    @Test
    void a_late_tick_plans_nothing_and_takes_nothing_back() throws IOException {
        minutes.planned(AFTER_A_GAP);
        assertEquals(0, invoke("each-minute").lines().getFirst().path("minutes").asInt());
        assertEquals(AFTER_A_GAP, minutes.last().orElseThrow());
    }

    @Test
    void an_event_without_a_time_fails_the_invocation() {
        assertThrows(RuntimeException.class, () -> Invocation.of(handler, new byte[] {'{', '}'}));
        assertEquals(true, minutes.last().isEmpty());
    }

    @Test
    void a_call_that_fails_is_a_line_with_its_cause() throws IOException {
        SchedulePollsHandler broken = new SchedulePollsHandler(
                new SchedulePolls(
                        sources,
                        Crashes.atStep(1).around(PlannedMinutes.class, minutes),
                        polls,
                        new InMemoryParkedJobs(),
                        new InMemoryQueue<>()),
                InstantSource.fixed(AFTER_A_GAP));
        List<JsonNode> lines = Invocation.failing(broken, EventFiles.read("schedule-polls", "each-minute"));
        assertEquals(EACH_MINUTE.toString(), lines.getFirst().path("scheduled").asText());
        assertEquals(1, lines.size());
        assertEquals("failed", lines.getFirst().path("outcome").asText());
        assertTrue(lines.getFirst().path("error").asText().contains("Crash"), lines::toString);
    }

    private Invocation invoke(String event) throws IOException {
        return Invocation.of(handler, EventFiles.read("schedule-polls", event));
    }

    /** Returns the planned polls of a new source between two minutes. */
    private static List<PollJob> turns(Instant after, Instant until) {
        PollPlan.Slot slot = PollPlan.Slot.of(NEWS, Schedule.NEW.interval());
        return Stream.iterate(
                        PollPlan.nextTurn(slot, after),
                        turn -> !turn.isAfter(until),
                        turn -> PollPlan.nextTurn(slot, turn))
                .map(turn -> new PollJob(NEWS, turn))
                .toList();
    }
}
