package app.lede.abstractive;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Costs of models in a calendar month, in millionths of a US dollar.
 *
 * @param committed what is spent and what is reserved
 * @param spent what calls were charged
 * @param articles calls that were charged: one for each text
 * @param sources by source, the dearest first; uploads are the source {@code -}
 */
public record MonthCosts(YearMonth month, long committed, long spent, long articles, List<Source> sources) {

    /** Name of the uploads among the sources. */
    public static final String UPLOADS = "-";

    /** Costs of one source. */
    public record Source(String id, long spent, long articles) {}

    public MonthCosts {
        sources = List.copyOf(sources);
    }

    /** Returns the costs of a month without calls. */
    public static MonthCosts none(YearMonth month) {
        return new MonthCosts(month, 0, 0, 0, List.of());
    }

    /** Forecasts what the whole month will cost if it goes on as until now; at least an hour is taken as passed. */
    public long forecast(Instant now) {
        Instant start = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        long whole = Duration.between(start, end).toMinutes();
        long passed = Math.clamp(Duration.between(start, now).toMinutes(), 60, whole);
        return Math.round((double) spent * whole / passed);
    }
}
