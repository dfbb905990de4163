package app.lede.summary;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Abbreviations of a language, from {@code abbreviations.txt}; their full stop does not end a sentence.
 *
 * <p>Immutable; the table is read once.
 */
final class Abbreviations {

    /** Maximum digits of an ordinal: "am 3. Oktober" continues, "in 2015. Die" ends a sentence. */
    private static final int ORDINAL_DIGITS = 2;

    private final Set<String> names = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> starters = new HashSet<>();
    private boolean ordinals;

    private Abbreviations() {}

    /** Returns the table of a language; for an unknown one, English and the shared entries. */
    static Abbreviations of(@Nullable String language) {
        String tag = language == null ? "en" : primary(language);
        Map<String, Abbreviations> tables = Loaded.BY_LANGUAGE;
        Abbreviations found = tables.get(tag);
        return found != null ? found : tables.getOrDefault("*", new Abbreviations());
    }

    private static String primary(String language) {
        int end = 0;
        while (end < language.length() && Character.isLetter(language.charAt(end))) {
            end++;
        }
        return LowerCase.of(language.substring(0, end));
    }

    /** Tests whether the full stop after {@code word} leaves the sentence open, given the following word. */
    boolean joins(String word, String following) {
        String plain = LowerCase.of(word);
        boolean digit = !following.isEmpty() && Character.isDigit(following.charAt(0));
        boolean starts = starters.contains(LowerCase.of(following));
        if (names.contains(plain)) {
            return true;
        }
        if (numbers.contains(plain) && digit) {
            return true;
        }
        if (isInitial(word) || isDotted(word) || words.contains(plain)) {
            return !starts;
        }
        return ordinals && !starts && isOrdinal(word);
    }

    private static boolean isInitial(String word) {
        return word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0));
    }

    /** Tests for single letters between full stops: "U.S", "p.m", "z.B". */
    private static boolean isDotted(String word) {
        if (word.length() < 3 || word.length() > 9) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((word.charAt(i) == '.') != (i % 2 == 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOrdinal(String word) {
        return !word.isEmpty()
                && word.length() <= ORDINAL_DIGITS
                && word.chars().allMatch(Character::isDigit);
    }

    /** The resource, read on first use. */
    private static final class Loaded {

        private static final Map<String, Abbreviations> BY_LANGUAGE = read();

        private static Map<String, Abbreviations> read() {
            Map<String, Abbreviations> tables = new HashMap<>();
            for (String line : Table.lines(Abbreviations.class, "abbreviations.txt")) {
                String[] fields = line.split("\\s+");
                for (String language : fields[0].split(",", -1)) {
                    add(tables.computeIfAbsent(language, any -> new Abbreviations()), fields);
                }
            }
            Abbreviations shared = tables.getOrDefault("*", new Abbreviations());
            tables.values().forEach(table -> table.include(shared));
            return Map.copyOf(tables);
        }

        private static void add(Abbreviations table, String[] fields) {
            List<String> rest = List.of(fields).subList(2, fields.length);
            switch (fields[1]) {
                case "name" -> table.names.addAll(rest);
                case "number" -> table.numbers.addAll(rest);
                case "word" -> table.words.addAll(rest);
                case "starter" -> table.starters.addAll(rest);
                case "ordinals" -> table.ordinals = true;
                default -> throw new IllegalStateException("abbreviations.txt: unknown kind " + fields[1]);
            }
        }
    }

    private void include(Abbreviations shared) {
        if (shared != this) {
            names.addAll(shared.names);
            numbers.addAll(shared.numbers);
            words.addAll(shared.words);
        }
    }
}
