package app.lede.grounding;

import app.lede.grounding.Mark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One sentence, of a text or of a summary, split into tokens and clauses. Immutable. */
final class Passage {

    /** Words behind a negation or a hedge that it is about. */
    private static final int SCOPE = 2;

    private static final int NEAR = 4;

    private final String text;
    private final boolean nounsHaveCapitals;
    private final List<Token> tokens;
    private final int[] clauses;

    Passage(String text, Lexicon lexicon) {
        this.text = text;
        this.nounsHaveCapitals = lexicon.nounsHaveCapitals();
        this.tokens = List.copyOf(Tokens.of(text, lexicon));
        this.clauses = new int[tokens.size()];
        for (int i = 1; i < clauses.length; i++) {
            Token token = tokens.get(i);
            boolean ends = token.type() == Token.Type.BREAK || token.is(Kind.BUT);
            clauses[i] = clauses[i - 1] + (ends ? 1 : 0);
        }
    }

    String text() {
        return text;
    }

    List<Token> tokens() {
        return tokens;
    }

    Stream<Token> where(Predicate<Token> test) {
        return tokens.stream().filter(test);
    }

    boolean has(Kind kind) {
        return tokens.stream().anyMatch(token -> token.is(kind));
    }

    /** Tests whether the sentence instructs a model: no evidence of anything. */
    boolean instructs() {
        return has(Kind.OVERRIDE) && has(Kind.ORDER);
    }

    /** Returns the positions of words that negate, outside quotations. */
    List<Integer> negations() {
        return positions(this::negates);
    }

    List<Integer> hedges() {
        return positions(i -> tokens.get(i).is(Kind.HEDGE));
    }

    private List<Integer> positions(Predicate<Integer> test) {
        return IntStream.range(0, tokens.size())
                .boxed()
                .filter(i -> !tokens.get(i).quoted() && test.test(i))
                .toList();
    }

    /** Tests for a negation; French "ne … plus" and "personne ne" are, "ne … plus que" and "une personne" are not. */
    private boolean negates(int i) {
        Token token = tokens.get(i);
        return switch (token.key()) {
            case "plus" -> ne(i - NEAR, i) && !isQue(i + 1);
            case "personne" -> ne(i - NEAR, i) || ne(i + 1, i + 2);
            default -> token.is(Kind.NEGATION);
        };
    }

    private boolean ne(int from, int to) {
        return IntStream.range(Math.max(0, from), Math.min(to, tokens.size()))
                .mapToObj(i -> tokens.get(i).key())
                .anyMatch(key -> key.equals("n") || key.equals("ne"));
    }

    private boolean isQue(int i) {
        return i < tokens.size()
                && (tokens.get(i).key().equals("que") || tokens.get(i).key().equals("qu"));
    }

    /** Returns the words that a negation or hedge is about: the next in its clause, else those before it. */
    List<Token> scope(int at, int words) {
        List<Token> scope = new ArrayList<>();
        for (int i = at + 1; i < tokens.size() && clauses[i] == clauses[at] && scope.size() < words; i++) {
            if (isAbout(tokens.get(i))) {
                scope.add(tokens.get(i));
            }
        }
        for (int i = at - 1; i >= 0 && clauses[i] == clauses[at] && scope.size() < Math.min(words, SCOPE); i--) {
            if (isAbout(tokens.get(i))) {
                scope.add(tokens.get(i));
            }
        }
        return scope;
    }

    private boolean isAbout(Token token) {
        boolean name = token.capital() && !token.opens() && !nounsHaveCapitals;
        return !token.quoted() && !name && (token.isContent() || token.isNumber());
    }

    /** Returns the number of the clause that a token belongs to. */
    int clause(int at) {
        return clauses[at];
    }

    /** Returns the number of the last clause. */
    int lastClause() {
        return clauses.length == 0 ? 0 : clauses[clauses.length - 1];
    }

    /** Returns the words of a clause that carry meaning. */
    List<Token> clauseWords(int clause) {
        return IntStream.range(0, tokens.size())
                .filter(i -> clauses[i] == clause)
                .mapToObj(tokens::get)
                .filter(token -> token.isContent() || token.isNumber())
                .toList();
    }

    /** Tests whether every occurrence of a word in this very form, if there is one, stands in a clause with a negation. */
    boolean deniesAll(Token word) {
        List<Integer> negations = negations();
        return occurrences(word).stream()
                .filter(i -> tokens.get(i).key().equals(word.key()))
                .allMatch(i -> negations.stream().anyMatch(negation -> clauses[negation] == clauses[i]));
    }

    /** Tests whether some occurrence of a word stands in a clause with a negation. */
    boolean deniesSome(Token word) {
        List<Integer> negations = negations();
        return occurrences(word).stream()
                .anyMatch(i -> negations.stream().anyMatch(negation -> clauses[negation] == clauses[i]));
    }

    boolean holds(Token word) {
        return !occurrences(word).isEmpty();
    }

    private List<Integer> occurrences(Token word) {
        return positions(i -> isSame(word, tokens.get(i)));
    }

    /** Tests whether two tokens say the same: a form of the same word, the same name or the same number. */
    static boolean isSame(Token one, Token other) {
        if (one.isNumber() || other.isNumber()) {
            return one.values().stream().anyMatch(other.values()::contains);
        }
        return one.type() == Token.Type.WORD && other.type() == Token.Type.WORD && one.resembles(other);
    }
}
