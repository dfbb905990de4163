package app.lede.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes questions to the search index out of a quote: phrases of it first, then its longest words. */
final class QuoteWords {

    /** Words of a phrase; scripts without spaces are taken by the character. */
    private static final int PHRASE = 7;

    private static final int MOST_WORDS = 10;
    private static final int MIN_LETTERS = 4;

    /** Words of a quote from which its short ones are not asked for by themselves. */
    private static final int MANY = 4;

    private QuoteWords() {}

    /** Tests for a quote of so few words that many articles may have forms of them. */
    static boolean isShort(String quote) {
        Tokens tokens = Tokens.of(quote);
        return IntStream.range(0, tokens.size()).filter(tokens::isWord).count() < MANY;
    }

    /** Returns queries in the grammar of {@link app.lede.search.query.QueryParser}, to be asked in order; none without words. */
    static List<String> questions(String quote) {
        Tokens tokens = Tokens.of(quote);
        List<String> questions = new ArrayList<>();
        int[] words = IntStream.range(0, tokens.size()).filter(tokens::isWord).toArray();
        if (words.length == 0) {
            return questions;
        }
        if (words.length > 1) {
            questions.add(phrase(tokens, 0));
            questions.add(phrase(tokens, Math.max(0, words.length - PHRASE)));
        }
        Set<String> longest = new LinkedHashSet<>();
        IntStream.of(words)
                .mapToObj(tokens::key)
                .filter(word -> words.length < MANY
                        || word.length() >= MIN_LETTERS
                        || word.chars().anyMatch(Character::isDigit))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(word -> {
                    if (longest.size() < MOST_WORDS) {
                        longest.add('"' + word + '"');
                    }
                });
        if (!longest.isEmpty()) {
            questions.add(String.join(" OR ", longest));
        }
        return questions.stream().distinct().toList();
    }

    /** Returns consecutive words from one on, up to a gap. */
    private static String phrase(Tokens tokens, int from) {
        List<String> words = new ArrayList<>();
        int seen = 0;
        for (int i = 0; i < tokens.size() && words.size() < PHRASE; i++) {
            if (tokens.isGap(i) && words.size() > 1) {
                break;
            }
            if (tokens.isWord(i) && seen++ >= from) {
                words.add(tokens.between(i, i + 1));
            }
        }
        return '"' + String.join(" ", words).replace("\"", "") + '"';
    }
}
