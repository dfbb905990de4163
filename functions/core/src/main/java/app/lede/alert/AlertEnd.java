package app.lede.alert;

import java.time.Instant;

/** Outcome of one attempt to deliver an alert. */
public sealed interface AlertEnd {

    /** The webhook took it. */
    record Delivered(int status) implements AlertEnd {}

    /** It is sent again later. */
    record Postponed(Instant until, String reason) implements AlertEnd {}

    /** It went to the dead letters. */
    record GivenUp(String reason) implements AlertEnd {}

    /** The search, its webhook or all the articles are gone. */
    record Obsolete(String reason) implements AlertEnd {}

    /** Returns the outcome for the log. */
    default String label() {
        return switch (this) {
            case Delivered ignored -> "delivered";
            case Postponed ignored -> "postponed";
            case GivenUp ignored -> "given-up";
            case Obsolete ignored -> "obsolete";
        };
    }
}
