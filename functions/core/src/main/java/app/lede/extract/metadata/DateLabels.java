package app.lede.extract.metadata;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the phrases that say what a date is of: of publication, of a change, or of something else, in many languages
 * ({@code date-labels.tsv}).
 *
 * <p>Immutable and thread safe.
 */
final class DateLabels {

    /** The event a date is of. */
    enum Kind {
        PUBLISHED,
        CHANGED,
        OTHER
    }

    /** A phrase found in a text, with the index behind it. */
    record Label(Kind kind, int start, int end) {}

    private record Phrase(Kind kind, String words) {}

    /** Scripts without spaces between words. */
    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.HANGUL);

    private final List<Phrase> phrases;
    private final Map<Character, List<Phrase>> byFirst;

    private DateLabels(List<Phrase> phrases) {
        this.phrases = phrases;
        this.byFirst = phrases.stream()
                .collect(Collectors.groupingBy(phrase -> phrase.words().charAt(0)));
    }

    static DateLabels load() {
        return new DateLabels(Table.lines(DateLabels.class, "date-labels.tsv").stream()
                .map(Table::columns)
                .map(row -> new Phrase(Kind.valueOf(row.getFirst().toUpperCase(Locale.ROOT)), row.getLast()))
                .toList());
    }

    boolean isOfPublication(String line) {
        return starts(line, Kind.PUBLISHED);
    }

    boolean isOfChange(String line) {
        return starts(line, Kind.CHANGED);
    }

    private boolean starts(String line, Kind kind) {
        if (line.isEmpty()) {
            return false;
        }
        String text = LowerCase.of(line);
        for (Phrase phrase : byFirst.getOrDefault(text.charAt(0), List.of())) {
            if (phrase.kind() == kind && text.startsWith(phrase.words())) {
                return true;
            }
        }
        return false;
    }

    /** Returns the last phrase in a text; of several that end there, the longest. */
    Optional<Label> last(String text) {
        String lower = LowerCase.of(text);
        Label best = null;
        for (Phrase phrase : phrases) {
            int at = lower.lastIndexOf(phrase.words());
            int end = at + phrase.words().length();
            boolean later = best == null || end > best.end() || (end == best.end() && at < best.start());
            if (at >= 0 && later && beginsWord(lower, at)) {
                best = new Label(phrase.kind(), at, end);
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0
                || !Character.isLetter(text.charAt(at - 1))
                || UNSPACED.contains(UnicodeScript.of(text.charAt(at)));
    }
}
