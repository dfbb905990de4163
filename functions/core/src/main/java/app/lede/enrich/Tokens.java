package app.lede.enrich;

import app.lede.enrich.Roles.Kind;
import app.lede.text.LowerCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a text into words, with what stands between them. */
final class Tokens {

    /**
     * A word, in UTF-16 positions.
     *
     * @param capital whether it begins with a capital letter
     * @param joined whether only one space or nothing stands between it and the word before
     * @param opens whether it begins a sentence or line
     * @param elided whether an apostrophe stands before it
     * @param key the word in lower case, without a full stop
     * @param kinds what it says of a name beside it
     */
    record Token(
            String word,
            int start,
            int end,
            boolean capital,
            boolean joined,
            boolean opens,
            boolean elided,
            String key,
            Set<Kind> kinds) {

        boolean is(Kind kind) {
            return kinds.contains(kind);
        }

        boolean hasDigit() {
            for (int at = 0; at < word.length(); at += Character.charCount(word.codePointAt(at))) {
                if (Character.isDigit(word.codePointAt(at))) {
                    return true;
                }
            }
            return false;
        }

        /** Tests for a title or role, which stands before a person's name. */
        boolean precedesPerson() {
            return is(Kind.TITLE) || is(Kind.ROLE);
        }
    }

    /** First character of Unicode that combines with a letter. */
    private static final char FIRST_MARK = '\u0300';

    private Tokens() {}

    /** Returns the words of the first characters of a text. */
    static List<Token> of(String text, int most, Roles roles) {
        int length = Math.min(text.length(), most);
        List<Token> tokens = new ArrayList<>();
        int last = 0;
        int at = 0;
        while (at < length) {
            if (!Character.isLetterOrDigit(text.charAt(at)) && !Character.isSurrogate(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < length && isOfWord(text, end)) {
                end++;
            }
            end = initial(text, at, end, length);
            String word = text.substring(at, end);
            String key = LowerCase.of(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
            tokens.add(new Token(
                    word,
                    at,
                    end,
                    isCapital(word),
                    !tokens.isEmpty() && isJoined(text, last, at),
                    tokens.isEmpty() || opens(text, last, at),
                    at > 0 && isApostrophe(text.charAt(at - 1)),
                    key,
                    roles.of(key)));
            last = end;
            at = end;
        }
        return tokens;
    }

    /** Tests for a capital at the beginning, or behind an article written together: "al-Masri". */
    private static boolean isCapital(String word) {
        int hyphen = word.indexOf('-');
        boolean article = hyphen > 0 && hyphen <= 3 && hyphen + 1 < word.length();
        return Character.isUpperCase(word.codePointAt(0))
                || (article && Character.isUpperCase(word.codePointAt(hyphen + 1)));
    }

    /** Includes the full stop of an initial or of a short title: "J.", "Dr.". */
    private static int initial(String text, int start, int end, int length) {
        boolean shortWord = end - start == 1
                || (end - start <= 3
                        && Character.isUpperCase(text.charAt(start))
                        && end + 1 < length
                        && text.charAt(end + 1 < length ? end + 1 : end) == ' '
                        && TITLES.contains(text.substring(start, end)));
        return shortWord && end < length && text.charAt(end) == '.' && Character.isUpperCase(text.charAt(start))
                ? end + 1
                : end;
    }

    private static final List<String> TITLES = List.of("Mr", "Mrs", "Ms", "Dr", "Sr", "Sra", "St", "Lt", "Col", "Gen");

    private static boolean isOfWord(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || isMark(c)
                || (isJoint(c)
                        && at + 1 < text.length()
                        && Character.isLetter(text.charAt(at + 1))
                        && !(isApostrophe(c) && parts(text, at)));
    }

    private static boolean isMark(char c) {
        int type = c < FIRST_MARK ? Character.UNASSIGNED : Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    /** Tests for an apostrophe that parts words: "Ada's", "l'école", "L'école", "didn't", but not "O'Malley" and "N'Djamena". */
    private static boolean parts(String text, int at) {
        boolean possessive =
                text.charAt(at + 1) == 's' && (at + 2 == text.length() || !Character.isLetter(text.charAt(at + 2)));
        return possessive || Character.isLowerCase(text.charAt(at + 1)) || Character.isLowerCase(text.charAt(at - 1));
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '\'' || c == '’' || c == '\u00ad' || c == '‐' || c == '·' || c == '\u200c';
    }

    /** Tests whether one space or nothing stands between two words. */
    private static boolean isJoined(String text, int end, int start) {
        return start == end || (start == end + 1 && (text.charAt(end) == ' ' || text.charAt(end) == '\u00a0'));
    }

    private static boolean opens(String text, int end, int start) {
        for (int i = end; i < start; i++) {
            char c = text.charAt(i);
            if (c != ' ' && ".!?…:;\n“”\"«»•–—".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
