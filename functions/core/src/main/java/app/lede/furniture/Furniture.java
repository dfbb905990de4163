package app.lede.furniture;

import app.lede.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Phrases of page furniture in many languages: beginnings of lines on buttons, forms and boxes,
 * and of sentences in paywalls, consent requests and subscription offers (both in {@code furniture.tsv}). Paragraphs of a story
 * may begin with either, so a match alone never drops a text; length, links and position decide too.
 *
 * <p>Thread safe.
 */
public final class Furniture {

    private static final int MAX_WORDS = 4;

    private final FurniturePhrases table = FurniturePhrases.load();

    /** Phrases followed by a list of other articles. */
    private final Set<String> announcements = keys(table, "list");

    private final Set<String> phrases =
            Stream.concat(keys(table, "line").stream(), announcements.stream()).collect(Collectors.toUnmodifiableSet());

    /** Notices by the first character of their keys. */
    private final Map<Character, List<Notice>> notices = table.rows("notice").stream()
            .map(Notice::of)
            .collect(Collectors.groupingBy(notice -> notice.beginning().charAt(0)));

    private static Set<String> keys(FurniturePhrases table, String use) {
        return table.of(use).stream().map(Words::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Tests whether a line begins like a button, form or box. */
    public boolean starts(String line) {
        return startsKey(Words.key(line));
    }

    /** Tests whether a line begins like a button, form or box, given its {@link Words#key}. */
    public boolean startsKey(String key) {
        return startsWithAny(phrases, key);
    }

    /** Tests whether a line introduces a list of other articles. */
    public boolean announces(String line) {
        return announcesKey(Words.key(line));
    }

    /** Tests whether a line introduces a list of other articles, given its {@link Words#key}. */
    public boolean announcesKey(String key) {
        return startsWithAny(announcements, key);
    }

    private static boolean startsWithAny(Set<String> phrases, String key) {
        int end = -1;
        for (int words = 0; words < MAX_WORDS && end < key.length(); words++) {
            int space = key.indexOf(' ', end + 1);
            end = space < 0 ? key.length() : space;
            if (phrases.contains(key.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Tests whether a text addresses the visitor, as paywall notices do. */
    public boolean isNotice(String text) {
        return isNoticeKey(Words.key(text));
    }

    /** Tests whether a text addresses the visitor, given its {@link Words#key}. */
    public boolean isNoticeKey(String key) {
        for (Notice notice : key.isEmpty() ? List.<Notice>of() : notices.getOrDefault(key.charAt(0), List.of())) {
            if (notice.isIn(key)) {
                return true;
            }
        }
        return false;
    }

    private record Notice(String beginning, String further) {

        static Notice of(List<String> columns) {
            return new Notice(Words.key(columns.getFirst()), columns.size() > 1 ? Words.key(columns.get(1)) : "");
        }

        boolean isIn(String key) {
            return key.startsWith(beginning)
                    && endsAt(beginning.length(), key)
                    && key.indexOf(further, beginning.length()) >= 0;
        }
    }

    /** Tests for the end of a phrase: a word boundary, or anywhere in scripts without spaces. */
    private static boolean endsAt(int end, String key) {
        return end == key.length()
                || key.charAt(end) == ' '
                || Character.isIdeographic(key.codePointBefore(end))
                || Character.UnicodeScript.of(key.codePointBefore(end)) == Character.UnicodeScript.HIRAGANA;
    }
}
