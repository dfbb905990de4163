package app.lede.search;

import static java.util.Objects.requireNonNull;

import app.lede.article.Times;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Criterion that articles are counted by; an article with several values counts once for each. */
public sealed interface Facet permits Fact, Facet.Time {

    /** The publication time in a time zone. */
    record Time(Unit unit, ZoneId zone) implements Facet {

        /** Length of the intervals. */
        public enum Unit {
            HOUR,
            DAY,
            MONTH
        }

        public Time {
            requireNonNull(unit, "unit");
            requireNonNull(zone, "zone");
        }

        /**
         * Names the interval that a time falls into: {@code 2026-01}, {@code 2026-01-02} or {@code
         * 2026-01-02T03:00:00+01:00}.
         */
        public String interval(Instant instant) {
            OffsetDateTime local = instant.atZone(zone).toOffsetDateTime();
            return switch (unit) {
                case HOUR -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.truncatedTo(ChronoUnit.HOURS));
                case DAY -> local.toLocalDate().toString();
                case MONTH -> local.toLocalDate().toString().substring(0, 7);
            };
        }

        /** Returns an interval's name in a form that sorts by time, also where clocks go back an hour. */
        String sortable(String interval) {
            return unit == Unit.HOUR
                    ? Times.sortable(OffsetDateTime.parse(interval).toInstant())
                    : interval;
        }
    }
}
