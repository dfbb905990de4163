package app.lede.date;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads zones: offsets, abbreviations ({@code zones.tsv}) and names of the tz database. */
final class ZoneNames {

    private static final Map<String, ZoneOffset> OFFSETS = Table.lines(ZoneNames.class, "zones.tsv").stream()
            .map(Table::columns)
            .collect(Collectors.toUnmodifiableMap(row -> row.getFirst(), row -> ZoneOffset.of(row.getLast())));

    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC?|Z)?\\s?([+-])(\\d{1,2}):?(\\d{2})?", Pattern.CASE_INSENSITIVE);

    private static final int MAX_MINUTES = 14 * 60;

    private ZoneNames() {}

    /** Returns the zone that a word means; empty if it means none or several. */
    static Optional<ZoneId> zone(String word) {
        Matcher offset = OFFSET.matcher(word);
        if (offset.matches()) {
            return offset(offset);
        }
        return word.indexOf('/') > 0 ? region(word) : Optional.ofNullable(OFFSETS.get(LowerCase.of(word)));
    }

    private static Optional<ZoneId> offset(Matcher offset) {
        int minutes = 60 * Integer.parseInt(offset.group(2)) + minutes(offset.group(3));
        return minutes > MAX_MINUTES
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofTotalSeconds(60 * (offset.group(1).equals("-") ? -minutes : minutes)));
    }

    private static int minutes(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<ZoneId> region(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty(); // A name with a slash that is no zone.
        }
    }
}
