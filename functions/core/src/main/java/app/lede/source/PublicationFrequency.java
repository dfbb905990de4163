package app.lede.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Mean time between the entries of a source, and the time of its newest entry.
 *
 * @param gap the mean time between two entries in minutes, at least one; null if unknown
 * @param newestAt of the newest entry, in the publisher's words where it gives dates, else when it was found
 */
public record PublicationFrequency(
        @Nullable Integer gap, @Nullable Instant newestAt) {

    public static final PublicationFrequency UNKNOWN = new PublicationFrequency(null, null);

    private static final int DAY = 1_440;

    /** Maximum number of latest entries counted, so that the present frequency of a long feed is measured. */
    private static final int NEWEST = 50;

    /** Number of dates from which the longest gap is ignored: a pinned old entry must not slow the feed. */
    private static final int ENOUGH_TO_TRIM = 5;

    private static final int LEAST_DATES = 3;
    private static final double WEIGHT_OF_NEW = 0.2;

    /** Minimum usual gap, in minutes: nights without entries are no alarm. */
    private static final int LEAST_USUAL_GAP = 8 * 60;

    private static final int SILENT_GAPS = 3;

    /**
     * Updates the frequency from the dates of a feed's entries; without dates, from the number of entries found since
     * the last new one.
     *
     * @param dates those of the feed's entries that have one, in any order; what lies in the future is passed over
     */
    public PublicationFrequency read(Collection<Instant> dates, int found, Instant now) {
        List<Instant> past = dates.stream()
                .filter(date -> !date.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .limit(NEWEST)
                .toList();
        if (past.size() >= LEAST_DATES && past.getLast().isBefore(past.getFirst())) {
            return new PublicationFrequency(meanGap(past), past.getFirst());
        }
        return found == 0 ? this : new PublicationFrequency(observed(found, now), now);
    }

    /** Entries a day; empty if unknown. */
    public OptionalDouble perDay() {
        return gap == null ? OptionalDouble.empty() : OptionalDouble.of((double) DAY / gap);
    }

    /**
     * Tests whether the newest entry is older than three times the usual gap, so that polls stop trusting validators and grow no
     * rarer. A guess from a few dates, known from the first poll on; people are told of the silence of a {@link app.lede.rhythm.Rhythm}.
     */
    public boolean isOverdue(Instant now) {
        return gap != null
                && newestAt != null
                && newestAt.plus(longestSilence(gap)).isBefore(now);
    }

    private static Duration longestSilence(int gap) {
        return Duration.ofMinutes((long) SILENT_GAPS * Math.max(gap, LEAST_USUAL_GAP));
    }

    private static int meanGap(List<Instant> newestFirst) {
        List<Duration> gaps = IntStream.range(1, newestFirst.size())
                .mapToObj(i -> Duration.between(newestFirst.get(i), newestFirst.get(i - 1)))
                .toList();
        Duration sum = gaps.stream().reduce(Duration.ZERO, Duration::plus);
        boolean trimmed = newestFirst.size() >= ENOUGH_TO_TRIM;
        Duration counted = trimmed ? sum.minus(Collections.max(gaps)) : sum;
        return minutes(counted.toMinutes() / (double) (trimmed ? gaps.size() - 1 : gaps.size()));
    }

    private @Nullable Integer observed(int found, Instant now) {
        if (newestAt == null) {
            return null;
        }
        double sample = Math.max(0, Duration.between(newestAt, now).toMinutes()) / (double) found;
        return minutes(gap == null ? sample : gap + WEIGHT_OF_NEW * (sample - gap));
    }

    private static int minutes(double gap) {
        return (int) Math.clamp(Math.round(gap), 1L, Integer.MAX_VALUE / 10);
    }
}
