package app.lede.summary.rank;

import app.lede.text.LowerCase;
import app.lede.text.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words of a language that carry no topic, from {@code stop-words.txt}.
 *
 * <p>Immutable; the table is read once.
 */
public final class StopWords {

    /** Maximum length of a stop word in characters. */
    static final int LONGEST = 12;

    private static final StopWords NONE = new StopWords(Set.of(), Set.of(), Set.of());
    private static final Map<String, StopWords> BY_LANGUAGE = read();

    private final Set<String> words;
    private final Set<String> openers;
    private final Set<String> persons;

    private StopWords(Set<String> words, Set<String> openers, Set<String> persons) {
        this.words = words;
        this.openers = openers;
        this.persons = persons;
    }

    /** Returns the words of a language given by its BCP 47 primary tag; none for an unknown language. */
    public static StopWords of(@Nullable String language) {
        return language == null ? NONE : BY_LANGUAGE.getOrDefault(language, NONE);
    }

    boolean contains(String word) {
        return words.contains(word);
    }

    /** Tests for a word that refers to the previous sentence. */
    boolean opens(String word) {
        return openers.contains(word);
    }

    /** Tests for a pronoun of the first or second person. */
    boolean isPersonal(String word) {
        return persons.contains(word);
    }

    private static Map<String, StopWords> read() {
        Map<String, Map<String, Set<String>>> tables = new HashMap<>();
        for (String line : Table.lines(StopWords.class, "stop-words.txt")) {
            List<String> fields = List.of(line.split("\\s+", -1));
            tables.computeIfAbsent(fields.get(0), any -> new HashMap<>())
                    .computeIfAbsent(fields.get(1), any -> new HashSet<>())
                    .addAll(fields.subList(2, fields.size()).stream()
                            .map(LowerCase::of)
                            .toList());
        }
        Map<String, StopWords> languages = new HashMap<>();
        tables.forEach((language, kinds) -> languages.put(language, of(kinds)));
        return Map.copyOf(languages);
    }

    private static StopWords of(Map<String, Set<String>> kinds) {
        Set<String> openers = Set.copyOf(kinds.getOrDefault("opener", Set.of()));
        Set<String> persons = Set.copyOf(kinds.getOrDefault("person", Set.of()));
        Set<String> words = new HashSet<>(kinds.getOrDefault("stop", Set.of()));
        words.addAll(openers);
        words.addAll(persons);
        // Asked for every word of a text, which takes half as long as with a copy that can't be modified.
        return new StopWords(words, openers, persons);
    }
}
