package app.lede.export;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One file of an export, and where the walk goes on behind it. Kept with the file, so that a step that is repeated counts
 * what stands there and not what it would have written.
 *
 * @param bytes as stored
 * @param after key of the last article examined; null if the walk ended
 */
public record Part(
        String day,
        int number,
        long articles,
        long bytes,
        @Nullable String after) {

    /** Returns the name within the export: partitioned as Hive and Athena expect. */
    static String name(String day, int number, ExportFormat format) {
        return String.format(Locale.ROOT, "day=%s/part-%05d.%s", day, number, format.label());
    }

    public String name(ExportFormat format) {
        return name(day, number, format);
    }
}
