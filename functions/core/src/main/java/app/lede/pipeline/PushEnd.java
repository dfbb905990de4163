package app.lede.pipeline;

import java.time.Duration;

/** Result of a request at a callback. */
public sealed interface PushEnd {

    /** The hub verified a subscription; the challenge is echoed. */
    record Confirmed(String challenge, Duration lease) implements PushEnd {}

    /** The hub verified a subscription that was not requested. */
    record Unwanted(String detail) implements PushEnd {}

    /** The hub denied or ended the subscription. */
    record Denied(String reason) implements PushEnd {}

    /** A feed was pushed; {@code found} of its entries were new. */
    record Taken(int entries, int found) implements PushEnd {}

    /** Pushed by a hub that shares no secret: the feed is polled. */
    record Prompted() implements PushEnd {}

    /** The signature does not match the hub's secret. */
    record BadSignature() implements PushEnd {}

    /** Signed, but not a feed. */
    record Unreadable(String detail) implements PushEnd {}

    /** The source is paused or gone. */
    record Skipped(String reason) implements PushEnd {}

    record TooLarge(int bytes) implements PushEnd {}

    /** There is no such callback. */
    record Unknown() implements PushEnd {}

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
