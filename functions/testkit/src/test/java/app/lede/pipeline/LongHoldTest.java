package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.document.DocumentLog;
import app.lede.document.DocumentStore;
import app.lede.fetch.HostGaps;
import app.lede.fetch.HostGate;
import app.lede.fetch.UrlLedger;
import app.lede.robots.RobotsAnswer;
import app.lede.robots.RobotsStore;
import app.lede.source.SourceId;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemoryHostGate;
import app.lede.testkit.InMemoryLedger;
import app.lede.testkit.InMemoryParkedJobs;
import app.lede.testkit.InMemoryPlannedMinutes;
import app.lede.testkit.InMemoryQueue;
import app.lede.testkit.InMemoryRobots;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.Samples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts what a job costs that waits for a host which wants to be left alone for a week. */
class LongHoldTest {

    private static final String PAGE = "https://news.example.org/bridge";
    private static final Duration WEEK = Duration.ofDays(7);

    private final List<String> calls = new ArrayList<>();
    private final InMemoryQueue<FetchJob> queue = new InMemoryQueue<>();
    private Instant now = Samples.NOON;

    /** Wraps a port to count its calls, except the queries of every tick. */
    private <P> P counted(Class<P> port, P real) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    if (!method.isDefault()) {
                        calls.add(port.getSimpleName() + "." + method.getName());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void a_job_that_waits_for_seven_days_takes_ten_calls_at_most() {
        HostGate gate = new InMemoryHostGate();
        InMemoryRobots robots = new InMemoryRobots();
        robots.keep("https://news.example.org", new RobotsAnswer.Absent(), now.plus(Duration.ofDays(30)));
        ScriptedWeb web =
                new ScriptedWeb(() -> now).page(PAGE, "<p>A page.</p>").page(PAGE + "2", "<p>Another.</p>");
        @SuppressWarnings("unchecked")
        JobQueue<FetchJob> fetches = counted(JobQueue.class, queue);
        InMemoryParkedJobs parked = new InMemoryParkedJobs();
        ParkedJobs store = counted(ParkedJobs.class, parked);
        FetchArticle step = new FetchArticle(
                counted(UrlLedger.class, new InMemoryLedger()),
                new PageFetcher(
                        new PoliteFetcher(
                                web,
                                counted(HostGate.class, gate),
                                new HostGaps(Duration.ofSeconds(5), Map.of()),
                                () -> now),
                        counted(RobotsStore.class, robots),
                        () -> now),
                counted(DocumentStore.class, new InMemoryDocuments()),
                counted(DocumentLog.class, new InMemoryDocumentLog()),
                store,
                fetches,
                new PageChecks(false, (host, time) -> true),
                () -> now);
        SchedulePolls schedule = new SchedulePolls(
                new InMemorySources(), new InMemoryPlannedMinutes(), new InMemoryQueue<>(), store, fetches);
        FetchJob.Entry entry = new FetchJob.Entry("Bridge", null, null, null, null);
        schedule.plan(now);
        // A process that has met the site knows its robots.txt.
        step.fetch(FetchJob.of(PAGE + "2", PAGE + "2", SourceId.ofUrl(PAGE), PAGE, now, entry));
        now = now.plusSeconds(60);
        HostGate.Admission.Entered place = assertInstanceOf(
                HostGate.Admission.Entered.class, gate.enter("news.example.org", Duration.ofSeconds(5), now));
        gate.leave(place, now.plus(WEEK));
        calls.clear();
        assertInstanceOf(
                FetchResult.Postponed.class,
                step.fetch(FetchJob.of(PAGE, PAGE, SourceId.ofUrl(PAGE), PAGE, now, entry)));
        for (Instant end = now.plus(WEEK); !now.isAfter(end); now = now.plus(Duration.ofMinutes(1))) {
            schedule.plan(now);
        }
        calls.removeIf("ParkedJobs.in"::equals);
        int waiting = calls.size();
        now = now.plusSeconds(60);
        assertInstanceOf(FetchResult.Stored.class, step.fetch(queue.take().getFirst()));
        assertTrue(waiting <= 5, calls::toString);
        assertTrue(calls.size() <= 10, calls::toString);
        assertEquals(1, calls.stream().filter("UrlLedger.done"::equals).count());
    }
}
