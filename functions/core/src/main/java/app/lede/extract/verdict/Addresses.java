package app.lede.extract.verdict;

import app.lede.extract.page.Passage;
import app.lede.text.Table;
import app.lede.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases by which pages address their visitor instead of telling something ({@code addresses.tsv}). A phrase is looked up by its
 * first word, or by its first two characters in scripts without spaces, so that a text is read once whatever their number.
 *
 * <p>Thread safe.
 */
final class Addresses {

    /** Words that one phrase accounts for; a sentence is about as long. */
    private static final int SENTENCE = 22;

    /** Longer passages are read to here, in UTF-16 units. */
    private static final int MAX_TEXT = 4000;

    /** Number of hashes of two characters, a power of two. */
    private static final int PAIRS = 4096;

    private final Map<NoArticle, Map<String, List<String>>> phrases = new EnumMap<>(NoArticle.class);

    /** The hashes of the first two characters of all phrases: few words begin with those of any. */
    private final boolean[] starts = new boolean[PAIRS];

    /** Phrases that say nothing in a title. */
    private final Set<String> within = new HashSet<>();

    private Addresses() {}

    private static int pair(String key, int at) {
        char second = at + 1 < key.length() ? key.charAt(at + 1) : ' ';
        return ((key.charAt(at) << 6) ^ second) & (PAIRS - 1);
    }

    static Addresses load() {
        Addresses addresses = new Addresses();
        for (String line : Table.lines(Addresses.class, "addresses.tsv")) {
            List<String> columns = Table.columns(line);
            Map<String, List<String>> index =
                    addresses.phrases.computeIfAbsent(NoArticle.valueOf(columns.getFirst()), kind -> new HashMap<>());
            for (String phrase : columns.getLast().split("\\|", -1)) {
                String key = Words.key(phrase);
                if (phrase.startsWith("~")) {
                    addresses.within.add(key);
                }
                addresses.starts[pair(key, 0)] = true;
                index.computeIfAbsent(entry(key, 0), start -> new ArrayList<>()).add(key);
            }
        }
        return addresses;
    }

    /** Counts the words of a passage in sentences that address the visitor. */
    int words(NoArticle kind, Passage passage) {
        return Math.min(passage.words(), SENTENCE * count(kind, passage));
    }

    /** Tests whether a title has a phrase that says in a title, too, that there is no article. */
    boolean hasAny(NoArticle kind, String text) {
        return counted(kind, Words.key(text), false) > 0;
    }

    /** Counts the phrases in a passage that do not overlap. */
    int count(NoArticle kind, Passage passage) {
        String key = passage.key();
        return counted(kind, key.substring(0, Math.min(key.length(), MAX_TEXT)), true);
    }

    private int counted(NoArticle kind, String key, boolean all) {
        Map<String, List<String>> index = phrases.getOrDefault(kind, Map.of());
        int found = 0;
        for (int i = 0; i < key.length(); ) {
            int length = isStart(key, i) && starts[pair(key, i)] ? lengthAt(key, i, index, all) : 0;
            found += length > 0 ? 1 : 0;
            i += Math.max(1, length);
        }
        return found;
    }

    private int lengthAt(String key, int at, Map<String, List<String>> index, boolean all) {
        int longest = 0;
        for (String phrase : index.getOrDefault(entry(key, at), List.of())) {
            boolean longer =
                    phrase.length() > longest && key.startsWith(phrase, at) && (all || !within.contains(phrase));
            longest = longer && isWhole(key, at + phrase.length()) ? phrase.length() : longest;
        }
        return longest;
    }

    /** Tests whether a word ends here; scripts that set no space or join particles to words need no end. */
    private static boolean isWhole(String key, int end) {
        return end == key.length() || key.charAt(end) == ' ' || key.charAt(end - 1) >= 0x590;
    }

    private static boolean isStart(String key, int at) {
        return at == 0 || key.charAt(at - 1) == ' ' || isUnspaced(key.charAt(at));
    }

    private static boolean isUnspaced(char c) {
        return c >= 0x3040 && c < 0xa000;
    }

    private static String entry(String key, int at) {
        if (isUnspaced(key.charAt(at))) {
            return key.substring(at, Math.min(key.length(), at + 2));
        }
        int space = key.indexOf(' ', at);
        String word = space < 0 ? key.substring(at) : key.substring(at, space);
        return word.length() > 3 && word.charAt(0) >= 0x600 ? word.substring(0, 3) : word;
    }
}
