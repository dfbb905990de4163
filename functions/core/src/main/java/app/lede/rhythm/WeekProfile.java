package app.lede.rhythm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Distribution of arrivals over the hours of the day and the days of the week, in UTC. It warps time: a <i>rhythm hour</i> passes
 * fast when the source usually publishes, slowly at night and at weekends, and a week always has 168 of them. Arrivals that
 * follow the profile are evenly spread over rhythm hours (time-rescaling theorem: Brown et al., "The Time-Rescaling Theorem and
 * Its Application to Neural Spike Train Data Analysis", Neural Computation 14, 2002).
 *
 * <p>The weight of an hour is the product of both distributions. Each starts uniform, as a Dirichlet prior has it, and the hours are
 * smoothed over their neighbours, since clocks are put forward and polls are late.
 *
 * @param hours arrivals by hour of the day, 24, at most {@value #MOST_OF_HOUR} each
 * @param days arrivals by day of the week from Monday on, 7, at most {@value #MOST_OF_WEEKS} together
 */
public record WeekProfile(List<Integer> hours, List<Integer> days) {

    /** A profile without arrivals: each hour is a rhythm hour. */
    public static final WeekProfile EMPTY = new WeekProfile(Collections.nCopies(24, 0), Collections.nCopies(7, 0));

    static final int WEEK = 7 * 24;
    /** Arrivals from which the days are halved, so that the profile follows the source. */
    private static final int MOST_OF_WEEKS = 2_048;
    /** Arrivals of one hour from which the hours are halved: one digit of the stored text. */
    private static final int MOST_OF_HOUR = 63;

    private static final double PRIOR_OF_HOURS = 1;
    private static final double PRIOR_OF_DAYS = 4;
    private static final int SECONDS_OF_HOUR = 3_600;
    private static final int SECONDS_OF_WEEK = WEEK * SECONDS_OF_HOUR;
    /** Ten years; longer than any silence that is waited for. */
    private static final long MOST_WEEKS = 520;

    public WeekProfile {
        hours = List.copyOf(hours);
        days = List.copyOf(days);
    }

    /** Counts an arrival. */
    WeekProfile plus(Instant at) {
        int hour = hourOfWeek(at);
        return new WeekProfile(
                increased(hours.get(hour % 24) < MOST_OF_HOUR ? hours : halves(hours), hour % 24),
                increased(sum(days) < MOST_OF_WEEKS ? days : halves(days), hour / 24));
    }

    /** Halves all counts. */
    WeekProfile halved() {
        return new WeekProfile(halves(hours), halves(days));
    }

    /** Returns the rhythm hours between two times; 0 if the second is not later. */
    double between(Instant from, Instant to) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        double[] weights = weights();
        long wholeWeeks = seconds / SECONDS_OF_WEEK;
        double elapsed = WEEK * wholeWeeks;
        long at = to.getEpochSecond() - seconds % SECONDS_OF_WEEK;
        while (at < to.getEpochSecond()) {
            long next = Math.min(to.getEpochSecond(), nextHour(at));
            elapsed += weights[hourOfWeek(at)] * (next - at) / SECONDS_OF_HOUR;
            at = next;
        }
        return elapsed;
    }

    /** Returns the time at which so many rhythm hours have passed. */
    Instant after(Instant from, double rhythmHours) {
        long weeks = (long) Math.min(MOST_WEEKS, Math.floor(rhythmHours / WEEK));
        double left = Math.min(WEEK, rhythmHours - weeks * WEEK);
        double[] weights = weights();
        long at = from.getEpochSecond() + weeks * SECONDS_OF_WEEK;
        for (int hours = 0; hours <= WEEK; hours++) {
            long next = nextHour(at);
            double passing = weights[hourOfWeek(at)] * (next - at) / SECONDS_OF_HOUR;
            if (passing >= left) {
                return Instant.ofEpochSecond(at + (long) Math.ceil((next - at) * left / passing));
            }
            left -= passing;
            at = next;
        }
        return Instant.ofEpochSecond(at);
    }

    /** Returns the rhythm hours that pass in each hour of the week; their sum is 168. */
    private double[] weights() {
        double[] ofHours = new double[24];
        for (int hour = 0; hour < 24; hour++) {
            double smooth = (hours.get((hour + 23) % 24) + 2 * hours.get(hour) + hours.get((hour + 1) % 24)) / 4.0;
            ofHours[hour] = 24 * (smooth + PRIOR_OF_HOURS) / (sum(hours) + 24 * PRIOR_OF_HOURS);
        }
        double[] weights = new double[WEEK];
        for (int hour = 0; hour < WEEK; hour++) {
            double ofDay = 7 * (days.get(hour / 24) + PRIOR_OF_DAYS) / (sum(days) + 7 * PRIOR_OF_DAYS);
            weights[hour] = ofHours[hour % 24] * ofDay;
        }
        return weights;
    }

    private static int hourOfWeek(Instant at) {
        return hourOfWeek(at.getEpochSecond());
    }

    /** Returns the hour since Monday; the epoch began on a Thursday. */
    private static int hourOfWeek(long epochSecond) {
        return Math.floorMod(Math.floorDiv(epochSecond, SECONDS_OF_HOUR) + 3 * 24, WEEK);
    }

    private static long nextHour(long epochSecond) {
        return (Math.floorDiv(epochSecond, SECONDS_OF_HOUR) + 1) * SECONDS_OF_HOUR;
    }

    private static List<Integer> increased(List<Integer> counts, int place) {
        List<Integer> more = new ArrayList<>(counts);
        more.set(place, counts.get(place) + 1);
        return more;
    }

    private static List<Integer> halves(List<Integer> counts) {
        return counts.stream().map(count -> count / 2).toList();
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
