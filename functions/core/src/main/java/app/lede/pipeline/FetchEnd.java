package app.lede.pipeline;

import app.lede.document.Outcome;
import java.time.Instant;

/** How a fetch job ended. */
public sealed interface FetchEnd {

    /** The page stands in the documents bucket. */
    record Stored(String key, int bytes) implements FetchEnd {}

    /** There is no page to be had, and the feed's own words stand in the documents bucket instead. */
    record StoredFromFeed(String key, String reason) implements FetchEnd {}

    /** The page is as it was stored before. */
    record Unchanged() implements FetchEnd {}

    /** The page is gone; its object was written again to say so. */
    record Gone(String key, String reason) implements FetchEnd {}

    /** The page could not be had; what was stored before stays. */
    record Kept(String reason) implements FetchEnd {}

    /** Not now: the job comes again. */
    record Postponed(Instant until) implements FetchEnd {}

    /** Done before. */
    record Skipped() implements FetchEnd {}

    /** There is nothing to be had; the document log says the same. */
    record Refused(Outcome outcome, String reason) implements FetchEnd {}

    /** As it stands in logs and metrics. */
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
