package app.lede.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plans later looks at pages that were stored: 1 hour, 6 hours, 1 day and 3 days after the first.
 *
 * @param enabled false where pages are fetched once only
 * @param budget port that limits the looks at one host, and at all of them
 */
public record PageChecks(boolean enabled, Budget budget) {

    /** Looks at one host on one day (UTC). */
    public static final int MOST_A_DAY = 500;

    /** An entry that was published earlier is not news: its page is not looked at again. */
    static final Duration YOUNG = Duration.ofDays(3);

    private static final List<Duration> AFTER =
            List.of(Duration.ofHours(1), Duration.ofHours(5), Duration.ofHours(18), Duration.ofDays(2));

    /** Limits how often pages are looked at again: those of one host, and those of all hosts together. Thread safe. */
    public interface Budget {

        /** Takes one look of a host's day; false if all {@link #MOST_A_DAY} are taken, or those of all hosts. */
        boolean take(String host, Instant now);
    }

    /** Returns the next look at a job's page, if there is one. */
    Optional<FetchJob> next(FetchJob job, Instant now) {
        int number = job.why() == FetchJob.Purpose.CHECK ? job.checks() + 1 : 0;
        return enabled && number < AFTER.size() && isYoung(job, now)
                ? Optional.of(job.ofCheck(number, now.plus(AFTER.get(number))))
                : Optional.empty();
    }

    private static boolean isYoung(FetchJob job, Instant now) {
        String published = job.entry().published();
        if (job.why() == FetchJob.Purpose.PAST) {
            return false;
        }
        return published == null
                || job.why() == FetchJob.Purpose.CHECK
                || Instant.parse(published).isAfter(now.minus(YOUNG));
    }
}
