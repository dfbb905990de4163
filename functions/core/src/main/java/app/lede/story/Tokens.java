package app.lede.story;

import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into its first tokens, in one pass. Not thread safe. */
final class Tokens {

    /** A word of more UTF-16 units is none, and is cut. */
    private static final int LONGEST = 60;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private boolean opening = true;

    private Tokens(String text) {
        this.text = text;
    }

    /** Returns at most the given number of tokens. */
    static List<Token> of(String text, int most) {
        Tokens split = new Tokens(text);
        int at = 0;
        while (at < text.length() && split.tokens.size() < most) {
            at = split.next(at);
        }
        return split.tokens;
    }

    /** Reads the token or the character at a place; returns the place after it. */
    private int next(int at) {
        char c = text.charAt(at);
        if (Words.isUnspaced(c)) {
            if (Character.isLetterOrDigit(c)) {
                add(String.valueOf(c), Token.Kind.CHARACTER, at, at + 1);
            }
            return at + 1;
        }
        if (isDigit(c)) {
            return number(at);
        }
        if (isWordPart(c)) {
            return word(at);
        }
        opening |= c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '"' || c == '“' || c == '«'
                || c == '„';
        return at + 1;
    }

    private int word(int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST && isWordPart(text.charAt(end))) {
            end++;
        }
        String key = Words.key(text.substring(start, end));
        if (!key.isEmpty()) {
            boolean capital = Character.isUpperCase(text.charAt(start));
            add(key, capital ? opening ? Token.Kind.OPENING : Token.Kind.NAME : Token.Kind.WORD, start, end);
        }
        return end;
    }

    /** Reads digits; a point or comma before exactly three of them groups thousands, before others it is the decimal point. */
    private int number(int start) {
        StringBuilder digits = new StringBuilder();
        int end = start;
        while (end < text.length() && end - start < LONGEST) {
            char c = text.charAt(end);
            if (isDigit(c)) {
                digits.append((char) ('0' + Character.digit(c, 10)));
            } else if ((c == '.' || c == ',') && digitsFrom(end + 1) > 0) {
                if (digitsFrom(end + 1) != 3) {
                    digits.append('.');
                }
            } else {
                break;
            }
            end++;
        }
        add(digits.toString(), Token.Kind.NUMBER, start, end);
        return end;
    }

    private int digitsFrom(int start) {
        int end = start;
        while (end < text.length() && end - start < 4 && isDigit(text.charAt(end))) {
            end++;
        }
        return end - start;
    }

    private void add(String key, Token.Kind kind, int start, int end) {
        tokens.add(new Token(key, kind, start, end));
        opening = false;
    }

    private static boolean isDigit(char c) {
        return Character.isDigit(c);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
