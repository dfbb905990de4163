package app.lede.alert;

import app.lede.fetch.FetchOutcome.Failure;
import app.lede.source.Fault;
import app.lede.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Tells an outage of our own network from the faults of publishers: of the polls of the last two hours, five at least and nine of ten
 * found no server. Not thread safe.
 */
final class Outage {

    private static final Duration LATELY = Duration.ofHours(2);
    private static final Set<String> OF_NETWORKS =
            Set.of(Failure.DNS.label(), Failure.CONNECT.label(), Failure.TIMEOUT.label());
    private static final int LEAST_FAILING = 5;
    private static final int FAILING_OF_EACH_ANSWERING = 9;

    private final Instant since;
    private int failing;
    private int answering;

    Outage(Instant now) {
        this.since = now.minus(LATELY);
    }

    /** Counts the last poll of a source, if it is of late. */
    void count(Source source) {
        Instant polled = source.health().lastPollAt();
        if (!source.polls() || polled == null || polled.isBefore(since)) {
            return;
        }
        Fault fault = source.health().errors().last();
        if (fault != null && OF_NETWORKS.contains(fault.outcome())) {
            failing++;
        } else {
            answering++;
        }
    }

    boolean isLikely() {
        return failing >= LEAST_FAILING && failing >= FAILING_OF_EACH_ANSWERING * answering;
    }
}
