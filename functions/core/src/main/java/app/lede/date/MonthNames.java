package app.lede.date;

import app.lede.text.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Looks up month names of more than 80 languages ({@code months.tsv}). One table serves feeds, whose dates are written by programs
 * in any language, and pages, whose language is known.
 *
 * <p>Immutable and thread safe.
 */
public final class MonthNames {

    /** Answer of all look-ups for a word that names no month, or several. */
    public static final int NONE = 0;

    private static final MonthNames TABLE = new MonthNames();

    private static final String JALALI = "jalali";
    private static final int MIN_PREFIX = 3;
    private static final int MIN_STEM = 4;
    private static final int MAX_ENDING = 4;
    private static final int MIN_FULL = 4;

    private final Map<String, Map<String, Integer>> languages = new HashMap<>();
    private final NavigableMap<String, Integer> any = new TreeMap<>();

    private MonthNames() {
        for (String line : Table.lines(MonthNames.class, "months.tsv")) {
            List<String> columns = Table.columns(line);
            Map<String, Integer> names = new HashMap<>();
            for (int month = 1; month <= 12; month++) {
                for (String name : columns.get(month).split("\\|", -1)) {
                    names.put(DateText.folded(name), month);
                }
            }
            names.remove("");
            languages.put(columns.getFirst(), names);
            if (!columns.getFirst().equals(JALALI)) {
                names.forEach((name, month) -> any.merge(name, month, (one, other) -> one.equals(other) ? one : NONE));
            }
        }
    }

    /** Returns the table. */
    public static MonthNames table() {
        return TABLE;
    }

    /**
     * Returns the month a word of a page names: in the page's language, in English, or in full in any other language
     * where all agree.
     *
     * @param language BCP 47 tag; an unknown one counts as English
     */
    public int named(String word, String language) {
        String key = DateText.folded(word);
        Integer local = own(language).get(key);
        Integer month = local != null ? local : own("en").get(key);
        if (month != null) {
            return month;
        }
        return key.length() < MIN_FULL ? NONE : any.getOrDefault(key, NONE);
    }

    /**
     * Returns the month a word of a feed's date names, in any language: as written, shortened to three letters or more,
     * or with an ending of up to four letters ({@code maaliskuussa}). Names that mean different months in different
     * languages ({@code listopad}) count only in a known language.
     *
     * @param language BCP 47 tag, or empty if unknown
     */
    int inflected(String word, String language) {
        String key = DateText.folded(word);
        Integer local = own(language).get(key);
        if (local != null) {
            return local;
        }
        int month = startingWith(key);
        for (int cut = 1; month == NONE && cut <= MAX_ENDING && key.length() - cut >= MIN_STEM; cut++) {
            month = startingWith(key.substring(0, key.length() - cut));
        }
        return month;
    }

    /** Returns the month of the Solar Hijri calendar that a word names. */
    public int jalali(String word) {
        return own(JALALI).getOrDefault(DateText.folded(word), NONE);
    }

    private int startingWith(String prefix) {
        Integer exact = any.get(prefix);
        if (exact != null || prefix.length() < MIN_PREFIX) {
            return exact == null ? NONE : exact;
        }
        List<Integer> months = any.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
                .distinct()
                .limit(2)
                .toList();
        return months.size() == 1 ? months.getFirst() : NONE;
    }

    private Map<String, Integer> own(String language) {
        int end = language.indexOf('-');
        String primary = end < 0 ? language : language.substring(0, end);
        boolean norwegian = primary.equals("no") || primary.equals("nn");
        return languages.getOrDefault(norwegian ? "nb" : primary, Map.of());
    }
}
