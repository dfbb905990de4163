package app.lede.pipeline;

import app.lede.source.Health;
import java.time.Instant;

/** Result of a poll job. */
public sealed interface PollResult {

    /** The feed was read; {@code found} of its entries were new. */
    record Read(int entries, int found) implements PollResult {}

    /** 304, or an unchanged body. */
    record Unchanged() implements PollResult {}

    /** The site's feed was discovered and read, and will be polled from now on. */
    record Discovered(String feedUrl, int entries, int found) implements PollResult {}

    /** The poll continues with another address in a new job. */
    record Continued(String url) implements PollResult {}

    /** Postponed; the job is sent again. */
    record Postponed(Instant until) implements PollResult {}

    /** The source's hub was asked for a subscription, or its turn is waited for. */
    record Subscribing(String hub) implements PollResult {}

    /** The poll was skipped: the source was removed, paused, held, or already polled for this minute. */
    record Skipped(String reason) implements PollResult {}

    /** The poll failed; recorded in the source's health. */
    record Failed(String outcome, String detail) implements PollResult {}

    /** Returns the label for logs and metrics. */
    default String label() {
        return switch (this) {
            case Read ignored -> Health.READ;
            case Unchanged ignored -> Health.UNCHANGED;
            case Discovered ignored -> "discovered";
            case Continued ignored -> "continued";
            case Postponed ignored -> "postponed";
            case Subscribing ignored -> "subscribing";
            case Skipped ignored -> "skipped";
            case Failed failed -> failed.outcome();
        };
    }
}
