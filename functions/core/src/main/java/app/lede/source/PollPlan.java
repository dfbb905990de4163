package app.lede.source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * When to poll: arithmetic on values. Every source has an interval class and, by the hash of its id, a minute within it;
 * so the load is spread without anybody writing down a next poll.
 */
public final class PollPlan {

    /** The interval classes in minutes; computed intervals round up to one of them. */
    public static final List<Integer> INTERVALS = List.of(5, 15, 30, 60, 120, 240, 480, 720, 1440, 43_200);

    public static final int DEFAULT_INTERVAL = 60;

    /** A schedule that was down longer than this leaves the rest to the sources' next turn. */
    public static final Duration LOOK_BACK = Duration.ofHours(24);

    private static final int FLOOR = 15;
    private static final int CEILING = 1440;
    private static final double MORE_OFTEN = 0.8;
    private static final double LESS_OFTEN = 1.5;
    private static final int FREE_RETRIES = 3;

    private PollPlan() {}

    /** A place in the plan: every {@code interval} minutes, at minute {@code minute} of it. */
    public record Slot(int interval, int minute) {

        public static Slot of(SourceId id, int interval) {
            return new Slot(interval, Math.floorMod(id.value().hashCode(), interval));
        }

        /** For example {@code 60#17}. */
        public String label() {
            return interval + "#" + minute;
        }
    }

    /** The slots whose turn a minute is, one per interval class. */
    public static List<Slot> due(Instant minute) {
        long epochMinute = Math.floorDiv(minute.getEpochSecond(), 60);
        return INTERVALS.stream()
                .map(interval -> new Slot(interval, Math.floorMod(epochMinute, interval)))
                .toList();
    }

    /**
     * The minutes to plan now: every one since the last that was planned, so that a missed tick loses nothing.
     *
     * @param last the last planned minute, or the minute before now where none is known
     */
    public static List<Instant> minutesSince(Instant last, Instant scheduled) {
        Instant now = scheduled.truncatedTo(ChronoUnit.MINUTES);
        Instant first = last.plus(1, ChronoUnit.MINUTES);
        Instant earliest = now.minus(LOOK_BACK);
        List<Instant> minutes = new ArrayList<>();
        for (Instant at = first.isBefore(earliest) ? earliest : first;
                !at.isAfter(now);
                at = at.plus(1, ChronoUnit.MINUTES)) {
            minutes.add(at);
        }
        return minutes;
    }

    /** The next turn of a slot after a moment. */
    public static Instant nextTurn(Slot slot, Instant after) {
        long minute = Math.floorDiv(after.getEpochSecond(), 60) + 1;
        long ahead = Math.floorMod(slot.minute() - minute, (long) slot.interval());
        return Instant.ofEpochSecond((minute + ahead) * 60);
    }

    /** The interval after a feed was read: shorter where it had news, longer where not; never below what the feed asks for. */
    public static int adapted(int interval, boolean news, OptionalInt askedMinutes) {
        double adaptive = Math.max(FLOOR, interval * (news ? MORE_OFTEN : LESS_OFTEN));
        return roundedUp(Math.min(CEILING, Math.max(adaptive, askedMinutes.orElse(0))));
    }

    /** The interval after a failed poll: three are free, then it doubles, up to a day. */
    public static int afterFailure(int interval, int errorStreak) {
        return errorStreak <= FREE_RETRIES ? interval : roundedUp(Math.min(CEILING, interval * 2.0));
    }

    private static int roundedUp(double minutes) {
        return INTERVALS.stream()
                .filter(interval -> interval >= minutes)
                .findFirst()
                .orElse(CEILING);
    }
}
