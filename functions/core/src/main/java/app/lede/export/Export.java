package app.lede.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An export and its progress.
 *
 * @param filter as {@link app.lede.search.Filter#canonical} writes it, its end of arrivals fixed
 * @param expires when the export and its files are deleted
 * @param step number of changes of this record
 * @param after key of the last article examined; null at the beginning, and at the end
 * @param walked whether every article has been examined
 * @param days latest first
 * @param detail why it failed
 */
public record Export(
        ExportId id,
        String filter,
        ExportFormat format,
        Instant created,
        Instant expires,
        State state,
        int step,
        @Nullable String after,
        boolean walked,
        List<DayTotal> days,
        @Nullable String detail) {

    /** State of an export. */
    public enum State {
        RUNNING,
        COMPLETE,
        CANCELLED,
        FAILED
    }

    public Export {
        days = List.copyOf(days);
    }

    /** Returns an export of which nothing is done. */
    public static Export begun(ExportId id, String filter, ExportFormat format, Instant created, Instant expires) {
        return new Export(id, filter, format, created, expires, State.RUNNING, 0, null, false, List.of(), null);
    }

    public long articles() {
        return days.stream().mapToLong(DayTotal::articles).sum();
    }

    public long bytes() {
        return days.stream().mapToLong(DayTotal::bytes).sum();
    }

    /** Returns the names of all its files, without the manifest. */
    public List<String> names() {
        return days.stream().flatMap(day -> day.names(format).stream()).toList();
    }

    int partsOf(String day) {
        return days.stream()
                .filter(total -> total.day().equals(day))
                .mapToInt(DayTotal::parts)
                .sum();
    }

    Export plus(Part part) {
        List<DayTotal> totals = new ArrayList<>(days);
        DayTotal last = totals.isEmpty() ? null : totals.getLast();
        if (last != null && last.day().equals(part.day())) {
            totals.set(totals.size() - 1, last.plus(part));
        } else {
            totals.add(DayTotal.none(part.day()).plus(part));
        }
        return walkedTo(part.after(), totals);
    }

    /** Returns the export after articles of which none is in it. */
    Export walkedTo(@Nullable String key) {
        return walkedTo(key, days);
    }

    private Export walkedTo(@Nullable String key, List<DayTotal> totals) {
        return new Export(
                id, filter, format, created, expires, State.RUNNING, step + 1, key, key == null, totals, null);
    }

    /** Returns the export in another state. */
    public Export in(State other, @Nullable String why) {
        return new Export(id, filter, format, created, expires, other, step + 1, after, walked, days, why);
    }
}
