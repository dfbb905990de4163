package app.lede.pipeline;

import app.lede.fetch.FetchOutcome.Redirect;
import app.lede.source.SourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order to poll a source.
 *
 * @param planned the minute whose turn it is; a source that was polled for it or for a later one is not polled again
 * @param quest other addresses that the poll asks before it is over, null for none
 * @param behind the redirects followed so far, null for none: each host is waited for in its turn
 */
public record PollJob(
        SourceId sourceId,
        Instant planned,
        @Nullable Quest quest,
        @Nullable List<Redirect> behind) {

    public PollJob(SourceId sourceId, Instant planned) {
        this(sourceId, planned, null, null);
    }

    /** The same poll, going on with other addresses. */
    PollJob on(Quest next) {
        return new PollJob(sourceId, planned, next, null);
    }

    /** The same job, going on after redirects. */
    PollJob after(List<Redirect> redirects) {
        return new PollJob(sourceId, planned, quest, redirects);
    }

    List<Redirect> redirects() {
        return behind == null ? List.of() : behind;
    }
}
