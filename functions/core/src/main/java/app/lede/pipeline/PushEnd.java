package app.lede.pipeline;

import java.time.Duration;

/** How a request at a callback ended. */
public sealed interface PushEnd {

    /** The hub asked whether a subscription is meant, and it is: the challenge is said back. */
    record Confirmed(String challenge, Duration lease) implements PushEnd {}

    /** The hub asked for what nobody here asked it for. */
    record Unwanted(String detail) implements PushEnd {}

    /** The hub will not push, or no longer. */
    record Denied(String reason) implements PushEnd {}

    /** A feed was pushed; so many of its entries were new. */
    record Taken(int entries, int found) implements PushEnd {}

    /** Pushed by a hub that shares no secret: the feed is polled. */
    record Prompted() implements PushEnd {}

    /** Not signed with the secret that the hub was given. */
    record BadSignature() implements PushEnd {}

    /** Signed, and no feed. */
    record Unreadable(String detail) implements PushEnd {}

    /** Of a source that is not polled now: its owner paused it, or it is gone. */
    record Skipped(String reason) implements PushEnd {}

    record TooLarge(int bytes) implements PushEnd {}

    /** There is no such callback, or no longer. */
    record Unknown() implements PushEnd {}

    /** As it stands in logs and metrics. */
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
