package app.lede.grounding;

import java.util.List;
import java.util.Optional;

/**
 * Checks that a clause begins with the subject of the clause it is taken from: of "A welcomed the plan, B calls it needless"
 * neither "B welcomed the plan" nor "A calls it needless" is supported.
 */
final class ClauseCheck implements Check {

    @Override
    public Optional<Doubt> on(Evidence evidence) {
        Passage claim = evidence.claim();
        int last = -1;
        for (int i = 0; i < claim.tokens().size(); i++) {
            int clause = claim.clause(i);
            if (clause != last) {
                last = clause;
                List<Token> words = claim.clauseWords(clause);
                if (words.size() > 2 && isSwapped(words, evidence)) {
                    return Optional.of(
                            new Doubt(Falsehood.ROLE, words.getFirst().text()));
                }
            }
        }
        return Optional.empty();
    }

    /** Tests whether the likest clause has another subject, and the claim's stands elsewhere, with hardly another of its words. */
    private static boolean isSwapped(List<Token> words, Evidence evidence) {
        Token subject = words.getFirst();
        List<Token> best = List.of();
        long most = 1;
        boolean elsewhere = false;
        for (Passage passage : evidence.read()) {
            for (int clause = 0; clause <= passage.lastClause(); clause++) {
                List<Token> candidate = passage.clauseWords(clause);
                long shared = shared(words, candidate);
                if (shared > most) {
                    most = shared;
                    best = candidate;
                }
                elsewhere |= has(candidate, subject) && shared <= 2;
            }
        }
        return elsewhere && !best.isEmpty() && !has(best, subject) && !has(words, best.getFirst());
    }

    private static long shared(List<Token> words, List<Token> others) {
        return words.stream().filter(word -> has(others, word)).count();
    }

    private static boolean has(List<Token> words, Token word) {
        return words.stream().anyMatch(other -> Passage.isSame(word, other));
    }
}
