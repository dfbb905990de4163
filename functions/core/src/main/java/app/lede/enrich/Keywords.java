package app.lede.enrich;

import app.lede.enrich.Tokens.Token;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the significant words and pairs of words of a text: those that it repeats, early ones first, without the words that
 * every text of the language repeats ({@code common-words.tsv}).
 *
 * <p>In the manner of RAKE (Rose and others, 2010), pairs count more than words, and a word that mostly stands in a pair is
 * left to the pair. Scripts without spaces have none. Linear in the words. Thread safe.
 */
final class Keywords {

    private static final int MOST = 16;

    /** Words of fewer letters are mostly grammar. */
    private static final int SHORTEST = 4;

    /** Letters required in languages whose common words are not listed, and occurrences. */
    private static final int SHORTEST_UNLISTED = 5;

    private static final int REPEATED = 2;
    private static final int REPEATED_UNLISTED = 3;

    private static final double PAIR = 1.8;

    private final Map<String, Set<String>> common = Table.lines(Keywords.class, "common-words.tsv").stream()
            .map(Table::columns)
            .collect(Collectors.toUnmodifiableMap(
                    List::getFirst,
                    columns -> new HashSet<>(List.of(columns.get(1).split(" ", -1)))));

    /** Occurrences of a term; {@code written} is the form to show. */
    private static final class Term {
        private int count;
        private final int first;
        private String written;

        Term(int first, String written) {
            this.first = first;
            this.written = written;
        }
    }

    /** Returns up to 16 terms, the most significant first. */
    List<String> in(List<Token> tokens, @Nullable String language) {
        Set<String> known = common.get(language == null ? "" : language);
        Map<String, Term> words = new LinkedHashMap<>();
        Map<String, Term> pairs = new LinkedHashMap<>();
        String before = null;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String word = token.key();
            if (!isSignificant(token, known)) {
                before = null;
                continue;
            }
            count(words, word, shown(token, language), i);
            if (before != null && token.joined()) {
                count(pairs, before + " " + word, "", i);
            }
            before = word;
        }
        return ranked(words, pairs, tokens.size(), known == null ? REPEATED_UNLISTED : REPEATED);
    }

    private static boolean isSignificant(Token token, @Nullable Set<String> known) {
        String word = token.key();
        int least = known == null ? SHORTEST_UNLISTED : SHORTEST;
        return word.length() >= least
                && word.length() <= 30
                && (known == null || !known.contains(word))
                && !token.hasDigit()
                && !Character.isIdeographic(word.codePointAt(0));
    }

    /** Returns a word as written, but for a capital that only opens a sentence. */
    private static String shown(Token token, @Nullable String language) {
        boolean opener = token.opens() && !"de".equals(language);
        return opener ? token.word().toLowerCase(Locale.ROOT) : token.word();
    }

    private static void count(Map<String, Term> terms, String key, String written, int at) {
        Term term = terms.computeIfAbsent(key, first -> new Term(at, written));
        term.count++;
        // A capital within a sentence is the word's own.
        if (!written.isEmpty() && Character.isUpperCase(written.codePointAt(0))) {
            term.written = written;
        }
    }

    private static List<String> ranked(Map<String, Term> words, Map<String, Term> pairs, int size, int least) {
        Map<String, Double> scores = new HashMap<>();
        words.forEach((word, term) -> {
            if (term.count >= least) {
                scores.put(word, term.count * earliness(term, size));
            }
        });
        pairs.forEach((pair, term) -> {
            if (term.count >= REPEATED) {
                scores.put(pair, PAIR * term.count * earliness(term, size));
                for (String word : List.of(pair.split(" ", -1))) {
                    Term alone = words.get(word);
                    if (alone != null && alone.count < term.count * 2) {
                        scores.remove(word);
                    }
                }
            }
        });
        List<String> best = new ArrayList<>(scores.keySet());
        best.sort(Comparator.comparingDouble((String term) -> -scores.getOrDefault(term, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        return best.stream()
                .limit(MOST)
                .map(term -> Stream.of(term.split(" ", -1))
                        .flatMap(word -> Stream.ofNullable(words.get(word)))
                        .map(word -> word.written)
                        .collect(Collectors.joining(" ")))
                .distinct()
                .toList();
    }

    /** Weighs the beginning of a text twice as much as its end. */
    private static double earliness(Term term, int size) {
        return 2 - term.first / (double) size;
    }
}
