package app.lede.summary.rank;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import app.lede.text.Words;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells sentences that cannot stand alone by their opening: pronouns, words that link to the sentence before, and definite nouns that
 * another sentence has introduced ("The vessel"). Words are from {@code references.txt}; of other languages nothing can be told.
 *
 * <p>Immutable; the table is read once.
 */
public final class References {

    /** Words behind an article that are looked at. */
    private static final int NOUN_PHRASE = 2;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Language that writes every noun with a capital, so that a capital marks no name. */
    private static final String CAPITALS = "de";

    private static final Map<String, Map<Kind, Set<String>>> BY_LANGUAGE = read();

    private final Map<Kind, Set<String>> words;
    private final boolean capitalsMarkNames;

    private References(Map<Kind, Set<String>> words, boolean capitalsMarkNames) {
        this.words = words;
        this.capitalsMarkNames = capitalsMarkNames;
    }

    private enum Kind {
        PRONOUN,
        LINK,
        ARTICLE
    }

    /** Returns the words of a language given by its BCP 47 primary tag; none for one that is unknown. */
    public static References of(@Nullable String language) {
        return new References(
                language == null ? Map.of() : BY_LANGUAGE.getOrDefault(language, Map.of()), !CAPITALS.equals(language));
    }

    /**
     * Tests whether a sentence opens with a reference.
     *
     * @param first whether it is the first sentence of its story, where links and definite nouns introduce
     * @param headline of the story, which readers see; empty without one
     */
    public boolean opens(String sentence, boolean first, String headline) {
        List<String> opening = WORD.matcher(sentence)
                .results()
                .limit(1 + NOUN_PHRASE)
                .map(MatchResult::group)
                .toList();
        if (opening.isEmpty()) {
            return false;
        }
        String word = LowerCase.of(opening.getFirst());
        return is(Kind.PRONOUN, word)
                || (!first && (is(Kind.LINK, word) || (is(Kind.ARTICLE, word) && !isNamed(opening, headline))));
    }

    private boolean is(Kind kind, String word) {
        Set<String> known = words.getOrDefault(kind, Set.of());
        return Words.isUnspaced(word.charAt(0)) ? known.stream().anyMatch(word::startsWith) : known.contains(word);
    }

    /** Tests whether a definite noun is known from the headline, or comes with a name or a number. */
    private boolean isNamed(List<String> opening, String headline) {
        Set<String> known = WORD.matcher(LowerCase.of(headline))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        return opening.stream().skip(1).anyMatch(word -> {
            int c = word.codePointAt(0);
            return Character.isDigit(c)
                    || (capitalsMarkNames && Character.isUpperCase(c))
                    || known.contains(LowerCase.of(word));
        });
    }

    private static Map<String, Map<Kind, Set<String>>> read() {
        Map<String, Map<Kind, Set<String>>> languages = new HashMap<>();
        for (String line : Table.lines(References.class, "references.txt")) {
            List<String> fields = List.of(line.split(" ", -1));
            languages
                    .computeIfAbsent(fields.get(0), any -> new EnumMap<>(Kind.class))
                    .put(
                            Kind.valueOf(fields.get(1).toUpperCase(Locale.ROOT)),
                            Set.copyOf(fields.subList(2, fields.size())));
        }
        return Map.copyOf(languages);
    }
}
