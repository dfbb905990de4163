package app.lede.export;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Contents of an export from one day of arrival.
 *
 * @param day UTC, {@code yyyy-mm-dd}
 * @param parts number of files
 * @param bytes size of all files, as stored
 */
public record DayTotal(String day, int parts, long articles, long bytes) {

    static DayTotal none(String day) {
        return new DayTotal(day, 0, 0, 0);
    }

    DayTotal plus(Part part) {
        return new DayTotal(day, parts + 1, articles + part.articles(), bytes + part.bytes());
    }

    /** Returns the names of its files within the export. */
    public List<String> names(ExportFormat format) {
        return IntStream.range(0, parts)
                .mapToObj(number -> Part.name(day, number, format))
                .toList();
    }
}
