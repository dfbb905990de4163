package app.lede.source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Computes poll times. Each source has an interval class and, by the hash of its id, a minute within the interval,
 * which spreads the load without storing a next poll time.
 */
public final class PollPlan {

    /** The interval classes in minutes; computed intervals are rounded up to one of them. */
    public static final List<Integer> INTERVALS = List.of(5, 15, 30, 60, 120, 240, 480, 720, 1440, 43_200);

    public static final int DEFAULT_INTERVAL = 60;

    /** Maximum time planned after an outage; the rest is left to the sources' next turn. */
    public static final Duration LOOK_BACK = Duration.ofHours(24);

    /**
     * Failure points from which a source is polled once in 30 days. It is never given up, since many feeds come back.
     */
    public static final int DEAD_POINTS = 30;

    private static final int FLOOR = 15;
    private static final int LOWEST_FLOOR = 5;
    private static final int CEILING = 1440;
    private static final int ONCE_IN_A_WHILE = 43_200;
    private static final double MORE_OFTEN = 0.8;
    private static final double LESS_OFTEN = 1.5;
    private static final int MOST_GAPS = 2;
    private static final int FREE_RETRIES = 3;
    private static final int MAX_DOUBLINGS = 10;

    private PollPlan() {}

    /** A slot of the plan: every {@code interval} minutes, at minute {@code minute}. */
    public record Slot(int interval, int minute) {

        public static Slot of(SourceId id, int interval) {
            return new Slot(interval, Math.floorMod(id.value().hashCode(), interval));
        }

        /** Returns a source's slot, shifted by whole hours if every turn would fall into skipped hours. */
        public static Slot of(SourceId id, int interval, PublisherHints hints) {
            Slot slot = of(id, interval);
            return IntStream.range(0, Math.ceilDiv(Math.min(interval, CEILING), 60))
                    .mapToObj(hours -> new Slot(interval, (slot.minute + 60 * hours) % interval))
                    .filter(moved -> moved.meetsOpenHours(hints))
                    .findFirst()
                    .orElse(slot);
        }

        private boolean meetsOpenHours(PublisherHints hints) {
            return IntStream.iterate(minute % CEILING, at -> at < minute % CEILING + CEILING, at -> at + interval)
                    .anyMatch(at -> !hints.skipHours().contains(at / 60 % 24));
        }

        /** Returns the label, such as {@code 60#17}. */
        public String label() {
            return interval + "#" + minute;
        }
    }

    /** Returns the slots due in a minute, one per interval class. */
    public static List<Slot> due(Instant minute) {
        long epochMinute = Math.floorDiv(minute.getEpochSecond(), 60);
        return INTERVALS.stream()
                .map(interval -> new Slot(interval, Math.floorMod(epochMinute, interval)))
                .toList();
    }

    /**
     * Returns the minutes to plan: all since the last planned one, so that a missed tick loses nothing.
     *
     * @param last last planned minute, or a minute before the scheduled time if none is known; seconds do not count, as a
     *     schedule may tick at any second
     */
    public static List<Instant> minutesSince(Instant last, Instant scheduled) {
        Instant now = scheduled.truncatedTo(ChronoUnit.MINUTES);
        Instant first = last.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        Instant earliest = now.minus(LOOK_BACK);
        List<Instant> minutes = new ArrayList<>();
        for (Instant at = first.isBefore(earliest) ? earliest : first;
                !at.isAfter(now);
                at = at.plus(1, ChronoUnit.MINUTES)) {
            minutes.add(at);
        }
        return minutes;
    }

    /** Returns a slot's next turn after a given time. */
    public static Instant nextTurn(Slot slot, Instant after) {
        long minute = Math.floorDiv(after.getEpochSecond(), 60) + 1;
        long ahead = Math.floorMod(slot.minute() - minute, (long) slot.interval());
        return Instant.ofEpochSecond((minute + ahead) * 60);
    }

    /** Returns a slot's next turn after a given time, outside skipped hours and days. */
    public static Instant nextTurn(Slot slot, Instant after, PublisherHints hints) {
        Instant turn = nextTurn(slot, after);
        // A week of the shortest interval; longer classes pass all weekdays in as many turns.
        for (int turns = 0; hints.isQuiet(turn) && turns < 7 * CEILING / LOWEST_FLOOR; turns++) {
            turn = turn.plus(slot.interval(), ChronoUnit.MINUTES);
        }
        return turn;
    }

    /** Returns the poll interval and its reason. */
    public static PollInterval pollInterval(SourceId id, AdaptiveInterval adaptive, ErrorStreak errors, Push push) {
        if (errors.isDead()) {
            return new PollInterval(ONCE_IN_A_WHILE, errors.length() + " failures in a row, asked once in 30 days");
        }
        if (errors.last() != null && errors.last().isWithoutFeed()) {
            return new PollInterval(CEILING, "a site without a feed, searched again once a day, later once in 30 days");
        }
        if (errors.length() > FREE_RETRIES) {
            return new PollInterval(
                    backedOff(id, adaptive.minutes(), errors.length()), errors.length() + " failures in a row");
        }
        if (push.isTrusted()) {
            return new PollInterval(CEILING, "its hub's pushes, which one poll a day checks");
        }
        PollInterval least = least(adaptive.hints(), adaptive.frequency());
        return adaptive.equals(AdaptiveInterval.NEW)
                ? new PollInterval(adaptive.minutes(), "the default of " + DEFAULT_INTERVAL + " min")
                : adaptive.minutes() > least.minutes()
                        ? new PollInterval(adaptive.minutes(), "how often the last polls found something new")
                        : least;
    }

    /** Returns the interval after a poll: shorter with new entries, longer without, within the source's bounds. */
    static int adapted(int minutes, boolean news, PublisherHints hints, PublicationFrequency frequency, Instant now) {
        long adapted = Math.round(minutes * (news ? MORE_OFTEN : LESS_OFTEN));
        int least = least(hints, frequency).minutes();
        return Math.clamp(adapted, least, Math.max(least, most(frequency, now)));
    }

    /**
     * Returns the upper bound of the interval. A quiet night must not delay the morning's poll: without this bound, one
     * of seven articles fell out of feeds that show 15 entries (simulated month of 400 sources; with it, one of 760).
     * Sources silent for longer than usual are polled ever less often.
     */
    private static int most(PublicationFrequency frequency, Instant now) {
        return frequency.gap() == null || frequency.isOverdue(now)
                ? CEILING
                : Math.clamp((long) MOST_GAPS * frequency.gap(), DEFAULT_INTERVAL, CEILING);
    }

    /** Returns the smallest class that is not shorter. */
    static int roundedUp(int minutes) {
        return INTERVALS.stream()
                .filter(interval -> interval >= minutes)
                .findFirst()
                .orElse(ONCE_IN_A_WHILE);
    }

    /**
     * Returns the lower bound of the interval: the publisher's hints, half the mean gap between entries, and the floor.
     */
    private static PollInterval least(PublisherHints hints, PublicationFrequency frequency) {
        PollInterval floor = hints.longest()
                .map(wish -> wish.minutes() < FLOOR
                        ? new PollInterval(Math.max(LOWEST_FLOOR, wish.minutes()), words(wish))
                        : new PollInterval(wish.minutes(), words(wish)))
                .orElse(new PollInterval(FLOOR, "the floor of " + FLOOR + " min"));
        int gap = frequency.gap() == null ? 0 : frequency.gap();
        return gap / 2 > floor.minutes()
                ? new PollInterval(Math.min(CEILING, gap / 2), "the usual " + gap + " min between two entries")
                : floor;
    }

    private static String words(PublisherHints.Wish wish) {
        return "the publisher's " + wish.name() + " of " + wish.minutes() + " min";
    }

    /**
     * Doubles the interval with every failure, up to a day, with full jitter, so that sources that failed together do
     * not return together.
     */
    private static int backedOff(SourceId id, int minutes, int failures) {
        int doublings = Math.min(failures - FREE_RETRIES, MAX_DOUBLINGS);
        double longest = Math.min(CEILING, minutes * Math.pow(2, doublings));
        double share = new SplittableRandom(31L * id.value().hashCode() + failures).nextDouble();
        return (int) Math.max(minutes, Math.round(longest * share));
    }
}
