package app.lede.grounding;

import app.lede.grounding.Mark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a number or name stands beside the words that the text puts beside it, and not beside those of another: "9 died, 4
 * are missing" is not "4 died, 9 are missing".
 */
final class BindingCheck implements Check {

    /** Words on each side that are compared. */
    private static final int WINDOW = 4;

    /** Worth of a word that stands on the same side in both; on the other side it is worth 1. */
    private static final int SAME_SIDE = 2;

    @Override
    public Optional<Doubt> on(Evidence evidence) {
        return number(evidence).or(() -> role(evidence));
    }

    /** Looks for a number with the neighbours of another. */
    private static Optional<Doubt> number(Evidence evidence) {
        Anchors claimed = new Anchors(evidence.source(), true).of(evidence.claim());
        Anchors known = new Anchors(evidence.source(), true);
        evidence.read().forEach(known::of);
        for (Anchor anchor : claimed.found) {
            if (known.others(anchor) > known.own(anchor)) {
                return Optional.of(new Doubt(Falsehood.NUMBER, anchor.text()));
            }
        }
        return Optional.empty();
    }

    /** Looks for two names of which each has the neighbours of the other. */
    private static Optional<Doubt> role(Evidence evidence) {
        Anchors claimed = new Anchors(evidence.source(), false).of(evidence.claim());
        Anchors known = new Anchors(evidence.source(), false);
        evidence.read().forEach(known::of);
        for (Anchor one : claimed.found) {
            for (Anchor other : claimed.found) {
                boolean swapped = !one.isSame(other)
                        && known.like(one, other) > known.own(one)
                        && known.like(other, one) >= known.own(other);
                if (swapped) {
                    return Optional.of(new Doubt(Falsehood.ROLE, one.text() + ", " + other.text()));
                }
            }
        }
        return Optional.empty();
    }

    /** The numbers or the names of some sentences, with their neighbours. */
    private static final class Anchors {

        private final Source source;
        private final boolean numbers;
        private final List<Anchor> found = new ArrayList<>();

        Anchors(Source source, boolean numbers) {
            this.source = source;
            this.numbers = numbers;
        }

        /** Returns the likeness to the same number or name; without neighbours to compare, the greatest. */
        int own(Anchor anchor) {
            List<Anchor> same = found.stream().filter(anchor::isSame).toList();
            boolean bare = same.stream().anyMatch(Anchor::isBare);
            return same.isEmpty() || bare ? Integer.MAX_VALUE : greatest(anchor, same);
        }

        /** Returns the likeness to any other number or name. */
        int others(Anchor anchor) {
            return greatest(
                    anchor,
                    found.stream().filter(other -> !anchor.isSame(other)).toList());
        }

        /** Returns the likeness of one to what the text has of another. */
        int like(Anchor one, Anchor other) {
            return greatest(one, found.stream().filter(other::isSame).toList());
        }

        private static int greatest(Anchor anchor, List<Anchor> others) {
            return others.stream().mapToInt(anchor::likeness).max().orElse(0);
        }

        Anchors of(Passage passage) {
            List<Token> tokens = passage.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                int end = i;
                while (end < tokens.size() && isPart(tokens, end)) {
                    end++;
                }
                if (end > i) {
                    List<Token> own = List.copyOf(tokens.subList(i, end));
                    found.add(new Anchor(own, beside(tokens, i - 1, -1), beside(tokens, end, 1), passage.has(Kind.BY)));
                    i = end - 1;
                }
            }
            return this;
        }

        private boolean isPart(List<Token> tokens, int at) {
            Token token = tokens.get(at);
            if (token.quoted() || token.isDate()) {
                return false;
            }
            return numbers ? token.isNumber() : source.isName(token) && !source.isNoun(tokens, at);
        }

        /** Returns the words on one side, up to the next number or name and within the clause. */
        private List<Token> beside(List<Token> tokens, int from, int step) {
            List<Token> words = new ArrayList<>();
            for (int i = from; i >= 0 && i < tokens.size() && words.size() < WINDOW; i += step) {
                Token token = tokens.get(i);
                boolean breaks = token.type() == Token.Type.BREAK
                        && (numbers || !token.text().equals(","));
                if (isPart(tokens, i) || token.quoted() || breaks || token.is(Kind.BUT)) {
                    break;
                }
                boolean preposition = i == from && token.is(Kind.PREPOSITION);
                if (preposition || (token.isContent() && (source.isNoun(tokens, i) || !source.isName(token)))) {
                    words.add(token);
                }
            }
            return words;
        }
    }

    /**
     * A number or name with its neighbours.
     *
     * @param passive whether its sentence may have a passive, which turns the sides round
     */
    private record Anchor(List<Token> tokens, List<Token> before, List<Token> after, boolean passive) {

        String text() {
            return String.join(" ", tokens.stream().map(Token::text).toList());
        }

        boolean isBare() {
            return before.isEmpty() && after.isEmpty();
        }

        boolean isSame(Anchor other) {
            return tokens.stream().anyMatch(token -> other.tokens.stream()
                    .anyMatch(same -> token.isNumber() ? Passage.isSame(token, same) : token.names(same)));
        }

        int likeness(Anchor other) {
            int straight = shared(before, other.before) + shared(after, other.after);
            int crossed = shared(before, other.after) + shared(after, other.before);
            boolean turned = passive != other.passive && !tokens.getFirst().isNumber();
            return turned ? straight + SAME_SIDE * crossed : SAME_SIDE * straight + crossed;
        }

        private static int shared(List<Token> ones, List<Token> others) {
            return (int) ones.stream()
                    .filter(one -> others.stream()
                            .anyMatch(other -> one.isContent()
                                    ? Passage.isSame(one, other)
                                    : one.key().equals(other.key())))
                    .count();
        }
    }
}
