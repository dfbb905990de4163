package app.lede.article;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as they stand in keys: UTC, always with milliseconds, so that strings sort as instants do. */
public final class Times {

    /** The earliest time that sorts as a string: the first moment of the year 0. */
    static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

    private Times() {}

    /** For example {@code 2026-01-02T03:04:05.678Z}; finer than milliseconds is cut. */
    public static String sortable(Instant instant) {
        return SORTABLE.format(instant);
    }

    /** For example {@code 2026-01-02}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }
}
