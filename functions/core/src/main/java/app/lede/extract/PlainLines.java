package app.lede.extract;

import app.lede.article.PublishedDate;
import app.lede.extract.page.Passage;
import app.lede.text.Words;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells lines of plain text that state an author or a date from those that mention one: no markup sets them apart. */
final class PlainLines {

    /** Words before a date: "Last updated on". */
    private static final int MAX_WORDS_BEFORE = 3;

    /** In UTF-16 units. */
    private static final int MAX_LENGTH = 160;

    /** Matches what stands between a date and a name, a place or another date. */
    private static final Pattern APART = Pattern.compile("[|·•–—/,،、:：(]|\\d{4}");

    /** Matches a time, and what else may stand behind a date: something set apart that does not go on as a sentence does. */
    private static final Pattern BEHIND = Pattern.compile("[\\p{L}\\p{M}.]{0,3}[,.;)\\s]{0,4}"
            + "(?:(?:\\p{L}{1,3}\\s){0,2}\\d{1,2}\\s?(?:[:.h時时]\\s?\\d{0,2}(?::\\d{2})?)?分?\\s?"
            + "(?:[\\p{L}.]{1,4}\\s?)?(?:\\(?[\\p{L}+:\\d]{1,9}\\)?)?)?[.)\\s]{0,4}"
            + "(?:[|·•–—/(-]\\s?(?!\\p{Ll}+\\s+\\p{Ll}).*|(?:\\p{L}+[ :]\\s?){1,3}.{0,20}\\d{4}\\W{0,3})?");

    private PlainLines() {}

    /** Tests for a name: it begins and ends with words that are capitalised, or in a script without case. */
    static boolean isName(String author) {
        String first = author.strip();
        String last = first.substring(first.lastIndexOf(' ') + 1);
        return !first.isEmpty()
                && !Character.isLowerCase(first.codePointAt(0))
                && !Character.isLowerCase(last.codePointAt(0));
    }

    /** Returns a date if a line says little else. */
    static @Nullable PublishedDate dated(@Nullable PublishedDate date, List<Passage> lines) {
        return date != null && lines.stream().anyMatch(line -> isDate(line.text(), date.raw())) ? date : null;
    }

    private static boolean isDate(String text, String raw) {
        String line = text.replace('\u00a0', ' ');
        int at = line.indexOf(raw);
        if (at < 0 || line.length() > MAX_LENGTH) {
            return false;
        }
        String[] before = APART.split(line.substring(0, at), -1);
        return Words.count(before[before.length - 1]) <= MAX_WORDS_BEFORE
                && BEHIND.matcher(line.substring(at + raw.length())).matches();
    }
}
