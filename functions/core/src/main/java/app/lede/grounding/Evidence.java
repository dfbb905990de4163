package app.lede.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A claim and the passages that support it best: greedily, those that hold most of its words, numbers and names that no passage
 * before holds.
 *
 * @param passages indexes of sentences of the source, the best first; none if no word occurs
 * @param missing words, numbers and names of the claim that none of them holds
 */
record Evidence(Passage claim, Source source, List<Integer> passages, List<Token> missing) {

    private static final int MOST_PASSAGES = 3;

    static Evidence of(Passage claim, Source source) {
        List<Token> missing = new ArrayList<>(claim.where(Evidence::counts).toList());
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < MOST_PASSAGES) {
            int best = -1;
            int most = 0;
            for (int i = 0; i < source.passages().size(); i++) {
                int gain = gain(source.passages().get(i), missing, source);
                if (gain > most) {
                    best = i;
                    most = gain;
                }
            }
            if (best < 0) {
                break;
            }
            chosen.add(best);
            Passage passage = source.passages().get(best);
            missing.removeIf(token -> holds(passage, token));
        }
        return new Evidence(claim, source, List.copyOf(chosen), List.copyOf(missing));
    }

    private static boolean counts(Token token) {
        return token.isContent() || token.isNumber() || token.isDate();
    }

    private static int gain(Passage passage, List<Token> missing, Source source) {
        int gain = 0;
        for (Token token : missing) {
            if (holds(passage, token)) {
                gain += token.isNumber() || token.isDate() || source.isName(token) ? 2 : 1;
            }
        }
        return gain;
    }

    private static boolean holds(Passage passage, Token token) {
        return passage.where(other -> Passage.isSame(token, other) || sameDate(token, other))
                .findAny()
                .isPresent();
    }

    private static boolean sameDate(Token one, Token other) {
        return one.isDate() && other.marks().stream().anyMatch(one.marks()::contains);
    }

    /** Returns the passages, the best first. */
    List<Passage> read() {
        return passages.stream().map(source.passages()::get).toList();
    }

    Stream<Token> where(Predicate<Token> test) {
        return read().stream().flatMap(passage -> passage.where(test));
    }

    boolean has(Predicate<Token> test) {
        return where(test).findAny().isPresent();
    }
}
