package app.lede.source;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A silence of a source: nothing new for longer than its rhythm allows, though it was asked since, or can't be asked.
 *
 * @param since the last arrival, or when the source was polled last if there was none
 * @param at when the silence was noticed
 * @param detail of the reason
 * @param ended the arrival that ended it; null while it lasts
 */
public record Silence(
        Instant since,
        Instant at,
        Reason reason,
        String detail,
        Stage stage,
        @Nullable Instant ended) {

    /** Reason, by the polls since the last arrival. */
    public enum Reason {
        /** The feed is read without a fault and changes, but has no new entry. */
        NOTHING_NEW,
        /** The feed is answered with 304, or with the same bytes. */
        UNCHANGED,
        /** Polls fail. */
        ERRORS,
        /** The server asked for time, so that nothing is asked. */
        HOST_PAUSED,
        /** The feed redirects to another address. */
        MOVED,
        /** The publisher answered 410. */
        GONE,
        /** No mail of this sender came. */
        NO_MAIL;

        /** Returns the name in the API. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Progress of telling a silence or its end. */
    public enum Stage {
        /** Noticed, and being told. */
        NOTICED,
        TOLD,
        /** Over, and the end is being told. */
        ENDED
    }

    /** Returns the silence that a source has fallen into; empty for one that is paused, or still within its rhythm. */
    public static Optional<Silence> of(Source source, Instant now) {
        Instant since = source.rhythm().since();
        return switch (source.state()) {
            case PAUSED -> Optional.empty();
            case GONE -> Optional.of(begun(source, since, now, Reason.GONE, fault(source)));
            case ACTIVE ->
                source.rhythm()
                        .silentFrom()
                        .filter(limit -> !now.isBefore(limit) && isLookedAfter(source, limit, now))
                        .map(limit -> begun(source, since, now, reason(source, now), detail(source, now)));
        };
    }

    /** Tests whether a source was asked after a time, or the host does not let it be asked; else nobody knows. */
    private static boolean isLookedAfter(Source source, Instant limit, Instant now) {
        Instant asked = source.health().lastPollAt();
        return !source.polls()
                || (asked != null && !asked.isBefore(limit))
                || source.schedule().isHeld(now);
    }

    private static Silence begun(Source source, @Nullable Instant since, Instant now, Reason reason, String detail) {
        Instant asked = source.health().lastPollAt();
        Instant from = since != null ? since : asked != null ? asked : source.addedAt();
        return new Silence(from, now, reason, detail, Stage.NOTICED, null);
    }

    private static Reason reason(Source source, Instant now) {
        if (!source.polls()) {
            return Reason.NO_MAIL;
        }
        if (source.schedule().isHeld(now)) {
            return Reason.HOST_PAUSED;
        }
        if (source.health().errors().length() > 0) {
            return Reason.ERRORS;
        }
        if (source.relocation() != null) {
            return Reason.MOVED;
        }
        return Health.UNCHANGED.equals(source.health().lastOutcome()) ? Reason.UNCHANGED : Reason.NOTHING_NEW;
    }

    private static String detail(Source source, Instant now) {
        Relocation moving = source.relocation();
        return switch (reason(source, now)) {
            case HOST_PAUSED -> "no request before " + source.schedule().notBefore();
            case ERRORS, GONE -> fault(source);
            case MOVED -> moving == null ? "" : "to " + moving.target();
            case NOTHING_NEW, UNCHANGED -> "polled every " + source.schedule().interval() + " min without a fault";
            case NO_MAIL -> "";
        };
    }

    private static String fault(Source source) {
        Fault last = source.health().errors().last();
        return last == null
                ? ""
                : last.outcome() + ": " + last.detail() + " ("
                        + source.health().errors().length() + " in a row)";
    }

    /** Tests whether an arrival has ended the silence. */
    boolean isOver(@Nullable Instant arrival) {
        return stage == Stage.TOLD && arrival != null && arrival.isAfter(since);
    }

    Silence at(Stage next, @Nullable Instant end) {
        return new Silence(since, at, reason, detail, next, end);
    }
}
