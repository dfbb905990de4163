package app.lede.pipeline;

import app.lede.source.PlannedMinutes;
import app.lede.source.PollPlan;
import app.lede.source.SourceId;
import app.lede.source.SourceList;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enqueues poll jobs for the sources that are due.
 *
 * <p>Plans every minute since the last planned one. A minute counts as planned once all its jobs are queued, so a crash
 * repeats jobs rather than losing them; poll-source skips repeated jobs. Thread safe.
 */
public final class SchedulePolls {

    /** Time looked back at for parked jobs where no minute is known to be planned, as after a restored table. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final SourceList sources;
    private final PlannedMinutes minutes;
    private final JobQueue<PollJob> polls;
    private final DueFetches fetches;

    public SchedulePolls(
            SourceList sources,
            PlannedMinutes minutes,
            JobQueue<PollJob> polls,
            ParkedJobs parked,
            JobQueue<FetchJob> fetches) {
        this.sources = sources;
        this.minutes = minutes;
        this.polls = polls;
        this.fetches = new DueFetches(parked, fetches);
    }

    /**
     * The number of minutes, polls and parked fetches planned.
     *
     * @param unreadable parked rows that are no jobs
     */
    public record Planned(int minutes, int polls, int fetches, List<ParkedJobs.Row.Unreadable> unreadable) {
        public Planned {
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Plans up to the scheduled time of an event, not its arrival. */
    public Planned plan(Instant scheduled) {
        Optional<Instant> last = minutes.last();
        List<Instant> due = PollPlan.minutesSince(last.orElse(scheduled.minus(Duration.ofMinutes(1))), scheduled);
        DueFetches.Sent parked = fetches.send(last.orElse(scheduled.minus(FORGOTTEN)), scheduled);
        List<PollJob> jobs = jobsOf(due);
        polls.send(jobs);
        if (!due.isEmpty()) {
            minutes.planned(due.getLast());
        }
        return new Planned(due.size(), jobs.size(), parked.jobs(), parked.unreadable());
    }

    /** Returns one job per source, for the last of its missed turns, which covers all of them. */
    private List<PollJob> jobsOf(List<Instant> due) {
        Map<PollPlan.Slot, Instant> turns = new LinkedHashMap<>();
        due.forEach(minute -> PollPlan.due(minute).forEach(slot -> turns.put(slot, minute)));
        Map<SourceId, Instant> planned = new LinkedHashMap<>();
        turns.forEach((slot, minute) -> sources.in(slot)
                .forEach(id -> planned.merge(id, minute, (one, other) -> one.isAfter(other) ? one : other)));
        return planned.entrySet().stream()
                .map(turn -> new PollJob(turn.getKey(), turn.getValue()))
                .toList();
    }
}
