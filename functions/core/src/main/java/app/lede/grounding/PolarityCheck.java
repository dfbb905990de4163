package app.lede.grounding;

import app.lede.grounding.Mark.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that what the text denies is denied and what it states is stated, and looks for opposites of its words. */
final class PolarityCheck implements Check {

    private static final int SCOPE = 2;

    @Override
    public Optional<Doubt> on(Evidence evidence) {
        return added(evidence).or(() -> dropped(evidence)).or(() -> opposite(evidence));
    }

    /** Looks for a negation of the claim that the text does not make. */
    private static Optional<Doubt> added(Evidence evidence) {
        Passage claim = evidence.claim();
        for (int negation : claim.negations()) {
            List<Token> about = claim.scope(negation, SCOPE);
            List<Token> found = about.stream()
                    .filter(word -> evidence.read().stream().anyMatch(passage -> passage.holds(word)))
                    .toList();
            boolean denied = found.isEmpty()
                    ? evidence.read().stream()
                            .anyMatch(passage -> !passage.negations().isEmpty())
                    : found.stream()
                            .anyMatch(word -> evidence.read().stream().anyMatch(passage -> passage.deniesSome(word)));
            if (!denied) {
                return doubt(claim.tokens().get(negation), about);
            }
        }
        return Optional.empty();
    }

    /** Looks for a negation of the text that the claim leaves out. */
    private static Optional<Doubt> dropped(Evidence evidence) {
        Passage claim = evidence.claim();
        for (Passage passage : evidence.read()) {
            for (int negation : passage.negations()) {
                List<Token> about = passage.scope(negation, SCOPE);
                List<Token> told = about.stream()
                        .filter(claim::holds)
                        .filter(word -> evidence.read().stream().allMatch(other -> other.deniesAll(word)))
                        .toList();
                boolean all = !told.isEmpty() && told.size() * 2 >= about.size();
                if (all && told.stream().noneMatch(claim::deniesSome)) {
                    return doubt(passage.tokens().get(negation), told);
                }
            }
        }
        return Optional.empty();
    }

    /** Looks for a word whose opposite the text has in its place. */
    private static Optional<Doubt> opposite(Evidence evidence) {
        Passage claim = evidence.claim();
        for (int i = 0; i < claim.tokens().size(); i++) {
            Token token = claim.tokens().get(i);
            List<Token> beside = claim.clauseWords(claim.clause(i));
            boolean turned = !token.quoted()
                    && token.of(Kind.OPPOSITE)
                            .anyMatch(side ->
                                    likeness(evidence, beside, reverse(side)) > likeness(evidence, beside, side));
            if (turned) {
                return Optional.of(new Doubt(Falsehood.NEGATION, token.text()));
            }
        }
        return Optional.empty();
    }

    /** Returns how many words the likest clause with a word of one side shares, plus one; 0 where there is no such clause. */
    private static int likeness(Evidence evidence, List<Token> beside, String side) {
        int most = 0;
        for (Passage passage : evidence.read()) {
            for (int i = 0; i < passage.tokens().size(); i++) {
                if (passage.tokens().get(i).of(Kind.OPPOSITE).anyMatch(side::equals)) {
                    List<Token> words = passage.clauseWords(passage.clause(i));
                    long shared = beside.stream()
                            .filter(word -> words.stream().anyMatch(other -> Passage.isSame(word, other)))
                            .count();
                    most = Math.max(most, 1 + (int) shared);
                }
            }
        }
        return most;
    }

    private static String reverse(String side) {
        String pair = side.substring(0, side.length() - 1);
        return side.endsWith("<") ? pair + ">" : pair + "<";
    }

    private static Optional<Doubt> doubt(Token negation, List<Token> about) {
        return Optional.of(new Doubt(
                Falsehood.NEGATION,
                negation.text() + ": " + about.stream().map(Token::text).collect(Collectors.joining(" "))));
    }
}
