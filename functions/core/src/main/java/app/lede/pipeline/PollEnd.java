package app.lede.pipeline;

import java.time.Instant;

/** How a poll job ended. */
public sealed interface PollEnd {

    /** The feed was read; so many of its entries were new. */
    record Read(int entries, int found) implements PollEnd {}

    /** The publisher said, or the bytes showed, that nothing changed. */
    record Unchanged() implements PollEnd {}

    /** The feed of the site was found and read, and is polled from now on. */
    record Discovered(String feedUrl, int entries, int found) implements PollEnd {}

    /** The poll goes on with another address, in another job. */
    record Continued(String url) implements PollEnd {}

    /** Not now: the job comes again. */
    record Postponed(Instant until) implements PollEnd {}

    /** The source's hub was asked for a subscription, or its turn is waited for. */
    record Subscribing(String hub) implements PollEnd {}

    /** Nothing to do: removed, paused, held, or polled for this minute already. */
    record Skipped(String reason) implements PollEnd {}

    /** The poll brought nothing; the source's health says why. */
    record Failed(String outcome, String detail) implements PollEnd {}

    /** As it stands in logs and metrics. */
    default String label() {
        return switch (this) {
            case Read ignored -> "read";
            case Unchanged ignored -> "unchanged";
            case Discovered ignored -> "discovered";
            case Continued ignored -> "continued";
            case Postponed ignored -> "postponed";
            case Subscribing ignored -> "subscribing";
            case Skipped ignored -> "skipped";
            case Failed failed -> failed.outcome();
        };
    }
}
