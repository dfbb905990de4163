package app.lede.pipeline;

import app.lede.source.PlannedMinutes;
import app.lede.source.PollPlan;
import app.lede.source.SourceList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The first step: from a tick of the schedule to poll jobs for the sources whose turn it is.
 *
 * <p>Plans every minute since the last that was planned. A minute counts as planned once all its jobs are in the queue, so
 * a crash repeats jobs rather than losing them; poll-source drops what it has polled for already. Thread safe.
 */
public final class SchedulePolls {

    private final SourceList sources;
    private final PlannedMinutes minutes;
    private final JobQueue<PollJob> polls;

    public SchedulePolls(SourceList sources, PlannedMinutes minutes, JobQueue<PollJob> polls) {
        this.sources = sources;
        this.minutes = minutes;
        this.polls = polls;
    }

    /** How much was planned. */
    public record Planned(int minutes, int polls) {}

    /** Plans up to the time that an event was scheduled for, which is not the time it arrived. */
    public Planned plan(Instant scheduled) {
        Instant last = minutes.last().orElse(scheduled.minus(Duration.ofMinutes(1)));
        List<Instant> due = PollPlan.minutesSince(last, scheduled);
        int sent = 0;
        for (Instant minute : due) {
            List<PollJob> jobs = jobsOf(minute);
            polls.send(jobs);
            minutes.planned(minute);
            sent += jobs.size();
        }
        return new Planned(due.size(), sent);
    }

    private List<PollJob> jobsOf(Instant minute) {
        List<PollJob> jobs = new ArrayList<>();
        for (PollPlan.Slot slot : PollPlan.due(minute)) {
            sources.in(slot).forEach(id -> jobs.add(new PollJob(id, minute)));
        }
        return jobs;
    }
}
