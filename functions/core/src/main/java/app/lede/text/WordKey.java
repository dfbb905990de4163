package app.lede.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Builds the comparison key of one text: its letters, marks and digits in lower case without accents, with single spaces.
 * Letters of Latin, Greek and Cyrillic are looked up in a table; a text with others is normalised as a whole.
 *
 * <p>Not thread safe.
 */
final class WordKey {

    /** End of the scripts in the table, whose marks are all left out, so that their order does not matter. */
    private static final int TABLED = 0x483;

    /** Marks on one letter: more than the Stream-Safe Text Format has (UAX #15, section 13). */
    private static final int MAX_MARKS = 30;

    private static final char CAPITAL_SIGMA = '\u03a3';

    /** The letters and digits that each character decomposes to, in lower case; a space for a gap. */
    private static final char[][] LETTERS = new char[TABLED][];

    /** The letter or digit that each character of ASCII stands for; a space for a gap. */
    private static final char[] ASCII = new char[0x80];

    static {
        for (char c = 0; c < ASCII.length; c++) {
            ASCII[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ';
        }
        for (char c = 0; c < TABLED; c++) {
            StringBuilder letters = new StringBuilder();
            for (char part : decomposed(String.valueOf(c)).toCharArray()) {
                if (Character.isLetterOrDigit(part)) {
                    letters.append(lower(part));
                } else if (Character.getType(part) != Character.NON_SPACING_MARK) {
                    letters.append(' ');
                }
            }
            LETTERS[c] = letters.toString().toCharArray();
        }
    }

    private char[] key;
    private int length;
    private boolean gap;

    /** Tests whether the end of a word or the other half of a character decides about lower case. */
    private boolean contextual;

    private WordKey(int length) {
        key = new char[length];
    }

    static String of(String text) {
        String plain = isDecomposed(text) ? text : decomposed(streamSafe(text));
        WordKey key = new WordKey(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c < ASCII.length) {
                key.add(ASCII[c]);
            } else if (c < TABLED) {
                for (char letter : LETTERS[c]) {
                    key.add(letter);
                }
            } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                key.add(lower(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                key.gap = true;
            }
        }
        String built = new String(key.key, 0, key.length);
        return key.contextual ? LowerCase.of(built) : built;
    }

    private void add(char letter) {
        if (letter == ' ') {
            gap = true;
            return;
        }
        if (length + 1 >= key.length) {
            key = Arrays.copyOf(key, 2 * key.length + 2);
        }
        if (gap && length > 0) {
            key[length++] = ' ';
        }
        gap = false;
        key[length++] = letter;
        contextual |= letter == CAPITAL_SIGMA || Character.isSurrogate(letter);
    }

    /** Returns a letter in lower case; from the radicals of Han to the syllables of Yi there is no other case. */
    private static char lower(char c) {
        boolean caseless = c >= 0x2e80 && c < 0xa490;
        return caseless || c == CAPITAL_SIGMA ? c : Character.toLowerCase(c);
    }

    /** Tests whether every character is in the table, or neither decomposes nor combines with others. */
    private static boolean isDecomposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean punctuation = (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x3020);
            if (c >= TABLED && !punctuation && !(c >= 0x4e00 && c <= 0x9fff)) {
                return false;
            }
        }
        return true;
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }

    /** Leaves out marks beyond {@value #MAX_MARKS} in a row: the normaliser sorts them in quadratic time. */
    private static String streamSafe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= MAX_MARKS) {
                safe.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return safe.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
