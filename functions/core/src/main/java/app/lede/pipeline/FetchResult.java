package app.lede.pipeline;

import app.lede.document.Outcome;
import java.time.Instant;

/** Result of a fetch job. */
public sealed interface FetchResult {

    /** The page was stored in the documents bucket. */
    record Stored(String key, int bytes) implements FetchResult {}

    /** The page is unavailable; the feed's content was stored instead. */
    record StoredFromFeed(String key, String reason) implements FetchResult {}

    /** The page is as it was stored before. */
    record Unchanged() implements FetchResult {}

    /** The page is gone; its object was written again to say so. */
    record Gone(String key, String reason) implements FetchResult {}

    /** The page was not available; earlier revisions are kept. */
    record Kept(String reason) implements FetchResult {}

    /** Postponed; the job is sent again. */
    record Postponed(Instant until) implements FetchResult {}

    /** Already done. */
    record Skipped() implements FetchResult {}

    /** The fetch failed for good; recorded in the document log. */
    record Refused(Outcome outcome, String reason) implements FetchResult {}

    /** Returns the label for logs and metrics. */
    default String label() {
        return switch (this) {
            case Stored ignored -> "stored";
            case StoredFromFeed ignored -> "stored-from-feed";
            case Unchanged ignored -> "unchanged";
            case Gone ignored -> "gone";
            case Kept ignored -> "kept";
            case Postponed ignored -> "postponed";
            case Skipped ignored -> "skipped";
            case Refused refused -> refused.outcome().label();
        };
    }
}
