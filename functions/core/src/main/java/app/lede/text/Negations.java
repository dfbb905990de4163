package app.lede.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words that turn a sentence into its opposite, from {@code negations.tsv}: in small letters, without apostrophes. Thread safe. */
public final class Negations {

    private static final Map<String, Set<String>> BY_LANGUAGE = Table.lines(Negations.class, "negations.tsv").stream()
            .map(Table::columns)
            .collect(Collectors.toUnmodifiableMap(
                    List::getFirst, row -> Set.of(row.getLast().split(" ", -1))));

    private static final Set<String> ALL =
            BY_LANGUAGE.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private Negations() {}

    /**
     * Returns the negations of a language.
     *
     * @param language BCP 47 primary tag; of an unknown one those of all languages count
     */
    public static Set<String> of(@Nullable String language) {
        return language == null ? ALL : BY_LANGUAGE.getOrDefault(language, ALL);
    }

    /** Counts the negations of a text, whose words are split at whatever is neither letter nor apostrophe. */
    public static int count(String text, @Nullable String language) {
        Set<String> negations = of(language);
        int count = 0;
        for (String word :
                LowerCase.of(text).replace("\u2019", "").replace("'", "").split("[^\\p{L}\\p{M}]+", -1)) {
            count += negations.contains(word) ? 1 : 0;
        }
        return count;
    }
}
