package app.lede.grounding;

import app.lede.grounding.Mark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that possibilities stay possibilities, facts facts, and that quantifiers are the text's. */
final class HedgeCheck implements Check {

    private static final int SCOPE = 3;

    @Override
    public Optional<Doubt> on(Evidence evidence) {
        return quantified(evidence).or(() -> hedged(evidence));
    }

    private static Optional<Doubt> quantified(Evidence evidence) {
        Passage claim = evidence.claim();
        for (int i = 0; i < claim.tokens().size(); i++) {
            Token token = claim.tokens().get(i);
            if (!token.quoted() && token.is(Kind.QUANTIFIER)) {
                List<Token> about = claim.scope(i, SCOPE);
                boolean same = evidence.read().stream().anyMatch(passage -> quantifies(passage, token, about));
                if (!same) {
                    return Optional.of(new Doubt(Falsehood.HEDGE, token.text()));
                }
            }
        }
        return Optional.empty();
    }

    /** Tests whether a passage says as much of the same; "half of all" is not "all". */
    private static boolean quantifies(Passage passage, Token quantifier, List<Token> about) {
        for (int i = 0; i < passage.tokens().size(); i++) {
            boolean same = passage.tokens().get(i).of(Kind.QUANTIFIER).anyMatch(value -> quantifier
                    .of(Kind.QUANTIFIER)
                    .anyMatch(value::equals));
            boolean part = i > 0 && passage.tokens().get(i - 1).is(Kind.PREPOSITION);
            if (same
                    && !part
                    && (about.isEmpty()
                            || passage.scope(i, SCOPE).stream()
                                    .anyMatch(word -> about.stream().anyMatch(other -> Passage.isSame(word, other))))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Doubt> hedged(Evidence evidence) {
        List<Integer> own = evidence.claim().hedges();
        boolean hedged =
                evidence.read().stream().anyMatch(passage -> !passage.hedges().isEmpty());
        if (!own.isEmpty()) {
            return hedged
                    ? Optional.empty()
                    : Optional.of(new Doubt(
                            Falsehood.HEDGE,
                            evidence.claim().tokens().get(own.getFirst()).text()));
        }
        for (Passage passage : evidence.read()) {
            for (int hedge : passage.hedges()) {
                List<Token> about = new ArrayList<>(passage.scope(hedge, SCOPE));
                Token verb = passage.tokens().get(hedge);
                if (evidence.claim().holds(verb)) {
                    about = List.of(verb);
                }
                long told = about.stream()
                        .filter(evidence.claim()::holds)
                        .filter(word -> !isPlain(evidence, word))
                        .count();
                if (told > 0 && told * 2 >= about.size()) {
                    return Optional.of(new Doubt(Falsehood.HEDGE, "without " + verb.text()));
                }
            }
        }
        return Optional.empty();
    }

    /** Tests whether a passage without a hedge has a word. */
    private static boolean isPlain(Evidence evidence, Token word) {
        return evidence.read().stream().anyMatch(passage -> passage.hedges().isEmpty() && passage.holds(word));
    }
}
