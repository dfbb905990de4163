package app.lede.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words of a language that turn a sentence into its opposite, from {@code negations.tsv}: in small letters, without apostrophes.
 * Immutable.
 *
 * @param words negations: no, never
 * @param refusals words that negate what they are said of: denied, failed to; with {@code _} between several words
 */
public record Negations(Set<String> words, Set<String> refusals) {

    private static final Set<String> SHORT = Set.of("no", "ne", "ni", "ej", "ei");

    private static final Map<String, Negations> BY_LANGUAGE = Table.lines(Negations.class, "negations.tsv").stream()
            .map(Table::columns)
            .collect(Collectors.toUnmodifiableMap(List::getFirst, Negations::read));

    private static final Negations ALL = new Negations(
            BY_LANGUAGE.values().stream()
                    .flatMap(negations -> negations.words.stream())
                    .filter(word -> !isAmbiguous(word))
                    .collect(Collectors.toUnmodifiableSet()),
            BY_LANGUAGE.values().stream()
                    .flatMap(negations -> negations.refusals.stream())
                    .collect(Collectors.toUnmodifiableSet()));

    /** Tests for a short Latin word, which means something else in other languages: "en" negates in Finnish, and is "in" in Catalan. */
    private static boolean isAmbiguous(String word) {
        return word.length() <= 2 && word.charAt(0) < 0x250 && !SHORT.contains(word);
    }

    private static Negations read(List<String> row) {
        return new Negations(words(row.get(1)), row.size() > 2 ? words(row.get(2)) : Set.of());
    }

    private static Set<String> words(String column) {
        return Stream.of(column.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the negations of a language.
     *
     * @param language BCP 47 primary tag; of an unknown one those of all languages count
     */
    public static Negations of(@Nullable String language) {
        return language == null ? ALL : BY_LANGUAGE.getOrDefault(language, ALL);
    }

    /** Tests for a negation in small letters, also before an apostrophe: can't, nobody's, n'est. */
    public boolean negates(String word) {
        return isOf(words, word);
    }

    /** Tests for a word or, with {@code _} between words, a phrase without which the rest may say the opposite. */
    public boolean leftOut(String phrase) {
        return isOf(words, phrase) || isOf(refusals, phrase);
    }

    private static boolean isOf(Set<String> set, String word) {
        int apostrophe = word.indexOf('\'');
        return apostrophe < 0
                ? set.contains(word)
                : set.contains(word.replace("'", "")) || set.contains(word.substring(0, apostrophe));
    }

    /** Counts the negations of a text, whose words are split at whatever is neither letter nor apostrophe. */
    public static int count(String text, @Nullable String language) {
        Set<String> negations = of(language).words;
        int count = 0;
        for (String word :
                LowerCase.of(text).replace("\u2019", "").replace("'", "").split("[^\\p{L}\\p{M}]+", -1)) {
            count += negations.contains(word) ? 1 : 0;
        }
        return count;
    }
}
