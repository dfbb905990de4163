package app.lede.pipeline;

import java.time.Duration;

/** Result of a request at a callback. */
public sealed interface PushResult {

    /** The hub verified a subscription; the challenge is echoed. */
    record Confirmed(String challenge, Duration lease) implements PushResult {}

    /** The hub verified a subscription that was not requested. */
    record Unwanted(String detail) implements PushResult {}

    /** The hub denied or ended the subscription. */
    record Denied(String reason) implements PushResult {}

    /** A feed was pushed; {@code found} of its entries were new. */
    record Taken(int entries, int found) implements PushResult {}

    /** Pushed by a hub that shares no secret: the feed is polled. */
    record Prompted() implements PushResult {}

    /** The signature does not match the hub's secret. */
    record BadSignature() implements PushResult {}

    /** Signed, but not a feed. */
    record Unreadable(String detail) implements PushResult {}

    /** The source is paused or gone. */
    record Skipped(String reason) implements PushResult {}

    record TooLarge(int bytes) implements PushResult {}

    /** There is no such callback. */
    record Unknown() implements PushResult {}

    /** Returns the label for logs and metrics. */
    default String label() {
        return switch (this) {
            case Confirmed ignored -> "confirmed";
            case Unwanted ignored -> "unwanted";
            case Denied ignored -> "denied";
            case Taken ignored -> "taken";
            case Prompted ignored -> "prompted";
            case BadSignature ignored -> "bad-signature";
            case Unreadable ignored -> "unreadable";
            case Skipped ignored -> "skipped";
            case TooLarge ignored -> "too-large";
            case Unknown ignored -> "unknown";
        };
    }
}
