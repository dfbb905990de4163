package app.lede.saved;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Times at which the digests of a search are due. Where clocks are put forward over the time of a day, the digest is due as
 * much later; where they are put back over it, the first time counts.
 *
 * @param at time of day as {@code HH:mm}; of no effect for {@link Every#HOUR}
 * @param zone IANA name such as {@code Europe/Paris}
 */
public record DigestSchedule(Every every, String at, String zone) {

    /** Frequency of a digest. */
    public enum Every {
        /** At each full hour of the zone. */
        HOUR("hour", Duration.ofHours(1)),
        /** On each day. */
        DAY("day", Duration.ofDays(1)),
        /** On Mondays. */
        WEEK("week", Duration.ofDays(7));

        private final String label;
        private final Duration usual;

        Every(String label, Duration usual) {
            this.label = label;
            this.usual = usual;
        }

        /** Returns its name in the API. */
        public String label() {
            return label;
        }
    }

    /** Throws DateTimeException if the time or the zone is none. */
    public DigestSchedule {
        LocalTime.parse(at);
        ZoneId.of(zone);
    }

    /** Returns the last time, at or before a moment, at which a digest was due. */
    public Instant lastDue(Instant now) {
        ZonedDateTime local = now.atZone(ZoneId.of(zone));
        LocalDate day = local.toLocalDate();
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (every) {
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> on(day).isAfter(now) ? on(day.minusDays(1)) : on(day);
            case WEEK -> on(monday).isAfter(now) ? on(monday.minusWeeks(1)) : on(monday);
        };
    }

    /** Returns the first time after a moment at which a digest is due. */
    public Instant nextDue(Instant moment) {
        // Shorter than any period, which a change of clocks shortens by three hours at most.
        Duration step = every.usual.dividedBy(2);
        Instant ahead = moment;
        Instant due;
        do {
            ahead = ahead.plus(step);
            due = lastDue(ahead);
        } while (!due.isAfter(moment));
        return due;
    }

    private Instant on(LocalDate day) {
        return day.atTime(LocalTime.parse(at)).atZone(ZoneId.of(zone)).toInstant();
    }
}
