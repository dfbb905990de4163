package app.lede.grounding;

import app.lede.grounding.Mark.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads figures and number words: "1,200", "twelve", "3.4 million", "twenty-one". Where a separator may group or begin decimals
 * ("1.200"), a figure has both values.
 */
final class Numbers {

    /** More digits are an identifier, compared as it stands. */
    private static final int MOST_DIGITS = 18;

    private static final Set<String> LETTERS = Set.of("m", "bn", "k", "mn");

    private Numbers() {}

    /** Returns the tokens with the values of their numbers; a magnitude is joined with the number before it. */
    static List<Token> read(List<Token> tokens) {
        List<Token> read = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token last = read.isEmpty() ? token : read.getLast();
            boolean behindNumber = !read.isEmpty() && last.isNumber();
            Optional<BigDecimal> magnitude = magnitude(tokens, i);
            Optional<String> word = token.of(Kind.NUMBER).findFirst();
            if (magnitude.isPresent() && behindNumber) {
                read.set(read.size() - 1, last.worth(times(last.values(), magnitude.get())));
            } else if (magnitude.isPresent() && token.is(Kind.MAGNITUDE)) {
                read.add(token.worth(Set.of(plain(magnitude.get()))));
            } else if (token.type() == Token.Type.FIGURE) {
                read.add(token.worth(values(digits(token.text()))));
            } else if (word.isPresent() && behindNumber && isTens(last) && isUnit(word.get())) {
                read.set(read.size() - 1, last.worth(plus(last.values(), new BigDecimal(word.get()))));
            } else {
                read.add(word.map(value -> token.worth(Set.of(value))).orElse(token));
            }
        }
        return read;
    }

    private static Optional<BigDecimal> magnitude(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (token.is(Kind.MAGNITUDE)) {
            return token.of(Kind.MAGNITUDE).findFirst().map(BigDecimal::new);
        }
        boolean money = i >= 2
                && tokens.get(i - 2).type() == Token.Type.SYMBOL
                && tokens.get(i - 1).type() == Token.Type.FIGURE;
        if (!money || !LETTERS.contains(token.key())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (token.key().charAt(0)) {
                    case 'k' -> BigDecimal.valueOf(1_000);
                    case 'b' -> BigDecimal.valueOf(1_000_000_000);
                    default -> BigDecimal.valueOf(1_000_000);
                });
    }

    private static boolean isTens(Token token) {
        return token.type() == Token.Type.FIGURE
                && token.values().stream().anyMatch(value -> value.length() == 2 && value.endsWith("0"))
                && Character.isLetter(token.text().codePointAt(0));
    }

    private static boolean isUnit(String value) {
        return value.length() == 1 && value.charAt(0) != '0';
    }

    private static Set<String> times(Set<String> values, BigDecimal factor) {
        Set<String> products = new HashSet<>();
        values.forEach(value -> decimal(value).ifPresent(number -> products.add(plain(number.multiply(factor)))));
        return products.isEmpty() ? values : products;
    }

    private static Set<String> plus(Set<String> values, BigDecimal more) {
        Set<String> sums = new HashSet<>();
        values.forEach(value -> decimal(value).ifPresent(number -> sums.add(plain(number.add(more)))));
        return sums;
    }

    private static Optional<BigDecimal> decimal(String value) {
        try {
            return Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            // A time, a date in figures, or a word such as "dozens".
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Returns a figure with digits of any script as ASCII, without the spaces that group them. */
    private static String digits(String figure) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < figure.length(); i++) {
            char c = figure.charAt(i);
            if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
            } else if (".,:".indexOf(c) >= 0) {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static Set<String> values(String figure) {
        List<Integer> separators = new ArrayList<>();
        for (int i = 0; i < figure.length(); i++) {
            if (!Character.isDigit(figure.charAt(i))) {
                separators.add(i);
            }
        }
        if (figure.length() > MOST_DIGITS || figure.indexOf(':') >= 0 || isDate(figure, separators)) {
            return Set.of(figure);
        }
        Set<String> values = new HashSet<>();
        int last = separators.isEmpty() ? -1 : separators.getLast();
        boolean mixed = separators.stream().anyMatch(at -> figure.charAt(at) != figure.charAt(last));
        boolean groups = last >= 0 && figure.length() - last == 4 && !mixed;
        if (last < 0 || groups) {
            values.add(plain(new BigDecimal(plain(figure, -1))));
        }
        if (last >= 0 && (mixed || separators.size() == 1)) {
            values.add(plain(new BigDecimal(plain(figure, last))));
        }
        return values.isEmpty() ? Set.of(figure) : values;
    }

    /** Tests for a date in figures: "30.06.2027". */
    private static boolean isDate(String figure, List<Integer> separators) {
        return separators.size() == 2 && figure.length() - separators.getLast() != 4;
    }

    /** Returns the digits, with a point at one place. */
    private static String plain(String figure, int point) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < figure.length(); i++) {
            if (Character.isDigit(figure.charAt(i))) {
                plain.append(figure.charAt(i));
            } else if (i == point) {
                plain.append('.');
            }
        }
        return plain.toString();
    }
}
