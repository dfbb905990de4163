package app.lede.grounding;

import app.lede.grounding.Mark.Kind;
import app.lede.text.Table;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words of one language that change what a sentence says, from {@code lexicon.txt}: negations, hedges, numbers, units, months
 * and others. Immutable; the table is read once.
 */
final class Lexicon {

    private static final int SHORTEST_PREFIX = 2;
    private static final int LONGEST_PREFIX = 12;
    private static final int SHORTEST_SUFFIX = 4;
    private static final int LONGEST_SUFFIX = 7;

    private final String language;
    private final Map<String, List<Mark>> words = new HashMap<>();
    private final Map<String, List<Mark>> prefixes = new HashMap<>();
    private final Map<String, List<Mark>> suffixes = new HashMap<>();
    private int opposites;

    private Lexicon(String language) {
        this.language = language;
    }

    /** Returns the words of a language; empty for a language without a table. The language is a BCP 47 tag. */
    static Optional<Lexicon> of(@Nullable String language) {
        if (language == null) {
            return Optional.empty();
        }
        String primary = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
        return Optional.ofNullable(Loaded.BY_LANGUAGE.get(primary));
    }

    String language() {
        return language;
    }

    /** Tests for a language that writes all nouns with a capital. */
    boolean nounsHaveCapitals() {
        return language.equals("de");
    }

    /** Returns the classes of a word; mostly none. */
    List<Mark> marks(String key) {
        List<Mark> marks = new ArrayList<>(words.getOrDefault(key, List.of()));
        for (int end = Math.min(key.length(), LONGEST_PREFIX); end >= SHORTEST_PREFIX; end--) {
            marks.addAll(prefixes.getOrDefault(key.substring(0, end), List.of()));
        }
        for (int from = Math.max(1, key.length() - LONGEST_SUFFIX); from <= key.length() - SHORTEST_SUFFIX; from++) {
            marks.addAll(suffixes.getOrDefault(key.substring(from), List.of()));
        }
        return List.copyOf(marks);
    }

    /** Returns the classes of two words that the table has as one; mostly none. */
    List<Mark> phrase(String one, String other) {
        return words.getOrDefault(one + "_" + other, List.of());
    }

    private void add(Mark mark, String word) {
        boolean prefix = word.endsWith("*");
        boolean suffix = word.startsWith("*");
        String bare = word.replace("*", "");
        Map<String, List<Mark>> table = prefix ? prefixes : suffix ? suffixes : words;
        table.computeIfAbsent(key(bare), first -> new ArrayList<>()).add(mark);
    }

    /** Returns the form in which words are looked up; symbols have none but their own. */
    private static String key(String word) {
        String key = Words.key(word.replace('_', ' ')).replace(' ', '_');
        return key.isEmpty() || !Character.isLetter(word.codePointAt(word.length() - 1)) ? word : key;
    }

    private void read(String kindAndValue, String list) {
        int space = kindAndValue.indexOf(' ');
        Kind kind =
                Kind.valueOf((space < 0 ? kindAndValue : kindAndValue.substring(0, space)).toUpperCase(Locale.ROOT));
        String value = space < 0 ? "" : kindAndValue.substring(space + 1);
        if (kind == Kind.OPPOSITE) {
            opposites++;
        }
        String side = "<";
        for (String word : words(list)) {
            if (word.equals("|")) {
                side = ">";
            } else {
                add(new Mark(kind, kind == Kind.OPPOSITE ? opposites + side : value), word);
            }
        }
    }

    private static List<String> words(String list) {
        return List.of(list.strip().split(" +", -1));
    }

    /** The tables, read when first used. */
    private static final class Loaded {

        static final Map<String, Lexicon> BY_LANGUAGE = load();

        private static Map<String, Lexicon> load() {
            Map<String, Lexicon> tables = new HashMap<>();
            List<List<String>> shared = new ArrayList<>();
            for (String line : Table.lines(Lexicon.class, "lexicon.txt")) {
                List<String> columns = Table.columns(line);
                if (columns.getFirst().equals("*")) {
                    shared.add(columns);
                } else {
                    tables.computeIfAbsent(columns.getFirst(), Lexicon::new).read(columns.get(1), columns.get(2));
                }
            }
            tables.values().forEach(table -> shared.forEach(line -> table.read(line.get(1), line.get(2))));
            return Map.copyOf(tables);
        }
    }
}
