package app.lede.grounding;

import app.lede.grounding.Mark.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A word, a figure or a mark of punctuation of a sentence.
 *
 * @param key the word without case and accents; of others the characters
 * @param values what a figure or a number word may stand for, as plain decimals; {@code 1.200} is read both ways
 * @param at position in the sentence, in UTF-16 units
 * @param capital whether it begins with a capital
 * @param opens whether it is the first word of the sentence or of a quotation
 * @param quoted whether it stands between quotation marks
 */
record Token(
        Type type,
        String text,
        String key,
        Set<String> values,
        List<Mark> marks,
        int at,
        boolean capital,
        boolean opens,
        boolean quoted) {

    /** Kinds of tokens. */
    enum Type {
        WORD,
        FIGURE,
        /** A currency or percent sign. */
        SYMBOL,
        /** A comma, dash, colon or bracket: it ends a clause. */
        BREAK
    }

    /** Letters that inflection leaves. */
    private static final int STEM = 5;

    /** Returns this token and the next as one word with other classes. */
    Token joined(Token next, List<Mark> classes) {
        return new Token(
                type, text + " " + next.text, key + "_" + next.key, values, classes, at, capital, opens, quoted);
    }

    /** Returns this token as a number that may have these values. */
    Token worth(Set<String> numbers) {
        return new Token(Type.FIGURE, text, key, Set.copyOf(numbers), marks, at, capital, opens, quoted);
    }

    boolean is(Kind kind) {
        return marks.stream().anyMatch(mark -> mark.kind() == kind);
    }

    Stream<String> of(Kind kind) {
        return marks.stream().filter(mark -> mark.kind() == kind).map(Mark::value);
    }

    boolean isNumber() {
        return !values.isEmpty();
    }

    /** Tests for a day, a weekday or a month by name. */
    boolean isDate() {
        return is(Kind.MONTH) || is(Kind.WEEKDAY);
    }

    /** Tests for a word that carries meaning by itself. */
    boolean isContent() {
        return type == Type.WORD
                && key.length() > 1
                && !isNumber()
                && marks.stream()
                        .allMatch(mark -> mark.kind() == Kind.OPPOSITE
                                || mark.kind() == Kind.OVERRIDE
                                || mark.kind() == Kind.ORDER);
    }

    /** Returns the part of the word that its forms share. */
    String stem() {
        return key.length() <= STEM ? key : key.substring(0, STEM);
    }

    /** Tests whether a word is a form of the same word. */
    boolean resembles(Token other) {
        return stem().equals(other.stem()) || isPluralOf(other) || other.isPluralOf(this);
    }

    private boolean isPluralOf(Token other) {
        return other.key.length() >= 3
                && key.length() - other.key.length() <= 2
                && key.length() > other.key.length()
                && key.startsWith(other.key);
    }

    /** Tests whether a name is the same, but for a genitive or a case ending. */
    boolean names(Token other) {
        return key.equals(other.key) || isCaseOf(other) || other.isCaseOf(this);
    }

    private boolean isCaseOf(Token other) {
        if (other.key.length() < 3) {
            return false;
        }
        if (key.charAt(0) >= 'а' && key.charAt(0) <= 'я') {
            int shared = shared(other);
            int longest = Math.max(key.length(), other.key.length());
            return shared >= 3 && shared >= longest - 2 && Math.abs(key.length() - other.key.length()) <= 2;
        }
        return key.startsWith(other.key) && List.of("s", "n").contains(key.substring(other.key.length()));
    }

    private int shared(Token other) {
        int at = 0;
        while (at < Math.min(key.length(), other.key.length()) && key.charAt(at) == other.key.charAt(at)) {
            at++;
        }
        return at;
    }
}
