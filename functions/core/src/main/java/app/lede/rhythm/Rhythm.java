package app.lede.rhythm;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The rhythm of a source, learned from its arrivals: polls and pushes with new entries, however many entries each had. Stored as
 * {@link RhythmText}, with times in seconds and hours in hundredths.
 *
 * @param begun the first arrival; null before
 * @param since the last arrival, or a later end of a pause: the beginning of the present gap
 */
public record Rhythm(@Nullable Instant begun, @Nullable Instant since, WeekProfile week, GapStatistics gaps) {

    public static final Rhythm NEW = new Rhythm(null, null, WeekProfile.EMPTY, GapStatistics.NONE);

    /** Both weekends that a profile needs. */
    private static final Duration LEARNING = Duration.ofDays(14);
    /** A shorter silence bothers nobody. */
    private static final Duration SHORTEST = Duration.ofHours(6);
    /** Arrivals within the shortest poll interval are one. */
    private static final Duration TOGETHER = Duration.ofMinutes(5);
    /** Period after which the counts of a profile are halved. */
    private static final Duration SEASON = Duration.ofDays(91);

    /** Reads a stored rhythm; anything else is an IllegalArgumentException. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Rhythm parse(String text) {
        return RhythmText.read(text);
    }

    /** Returns the text that {@link #parse} reads. */
    @JsonValue
    @Override
    public String toString() {
        return RhythmText.write(this);
    }

    /** Records an arrival. One that is earlier than the last changes nothing. */
    public Rhythm arrived(Instant arrival) {
        Instant now = arrival.truncatedTo(ChronoUnit.SECONDS);
        if (since == null || begun == null) {
            return new Rhythm(now, now, week.plus(now), gaps);
        }
        if (now.isBefore(since.plus(TOGETHER))) {
            return this;
        }
        boolean turns = season(begun, now) > season(begun, since);
        WeekProfile faded = turns ? week.halved() : week;
        return new Rhythm(begun, now, faded.plus(now), gaps.plus(week.between(since, now)));
    }

    /** Begins a gap anew as a pause ends; the pause says nothing about the source. */
    public Rhythm resumed(Instant now) {
        return since == null ? this : new Rhythm(begun, now.truncatedTo(ChronoUnit.SECONDS), week, gaps);
    }

    /** Returns the time from which the present gap is a silence; empty if too little is known. */
    public Optional<Instant> silentFrom() {
        OptionalDouble limit = gaps.limit();
        if (begun == null || since == null || limit.isEmpty()) {
            return Optional.empty();
        }
        Instant surprising = later(week.after(since, limit.getAsDouble()), since.plus(SHORTEST));
        return Optional.of(later(surprising, begun.plus(LEARNING)));
    }

    /** Returns the mean number of arrivals between two times; 0 while the rhythm is unknown. */
    public double expected(Instant from, Instant to) {
        OptionalDouble mean = gaps.mean();
        return mean.isEmpty() || silentFrom().isEmpty() ? 0 : week.between(from, to) / mean.getAsDouble();
    }

    private static long season(Instant begun, Instant at) {
        return Duration.between(begun, at).dividedBy(SEASON);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
