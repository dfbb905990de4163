package app.lede.article;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Formats times for keys: UTC with milliseconds, so that strings sort like instants. */
public final class Times {

    /** The earliest time that sorts as a string: the first moment of the year 0. */
    static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);

    private Times() {}

    /** Returns a time such as {@code 2026-01-02T03:04:05.678Z}, truncated to milliseconds. */
    public static String sortable(Instant instant) {
        return SORTABLE.format(instant);
    }

    /** Returns a day such as {@code 2026-01-02}. */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }
}
