package app.lede.edit;

import app.lede.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A word, a number, a run of white space or a sign of a text. Tokens follow one another without gaps.
 *
 * @param start first character in the text
 */
record Token(String text, int start) {

    private static final String WITHIN_NUMBERS = ".,'’:";
    private static final String WITHIN_WORDS = "'’-";

    int end() {
        return start + text.length();
    }

    boolean isSpace() {
        return Words.isSpace(text.charAt(0));
    }

    boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }

    boolean isNumber() {
        return text.chars().anyMatch(Character::isDigit);
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Splits a range of a text; each character of a script without spaces is a token. */
    static List<Token> of(String text, int from, int to) {
        List<Token> tokens = new ArrayList<>();
        for (int at = from; at < to; ) {
            int end = end(text, at, to);
            tokens.add(new Token(text.substring(at, end), at));
            at = end;
        }
        return tokens;
    }

    private static int end(String text, int start, int to) {
        int first = text.codePointAt(start);
        int at = start + Character.charCount(first);
        if (Words.isSpace(text.charAt(start))) {
            while (at < to && Words.isSpace(text.charAt(at))) {
                at++;
            }
            return at;
        }
        if (!Character.isLetterOrDigit(first) || Words.isUnspaced(text.charAt(start))) {
            return Math.min(at, to);
        }
        while (at < to && continues(text, at, to)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return Math.min(at, to);
    }

    private static boolean continues(String text, int at, int to) {
        int c = text.codePointAt(at);
        if (Words.isUnspaced(text.charAt(at))) {
            return false;
        }
        if (Character.isLetterOrDigit(c) || isMark(c)) {
            return true;
        }
        boolean digitBefore = Character.isDigit(text.codePointBefore(at));
        String joins = digitBefore ? WITHIN_NUMBERS : WITHIN_WORDS;
        return joins.indexOf(c) >= 0
                && at + 1 < to
                && (digitBefore
                        ? Character.isDigit(text.charAt(at + 1))
                        : Character.isLetter(text.codePointAt(at + 1)) && !Words.isUnspaced(text.charAt(at + 1)));
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
