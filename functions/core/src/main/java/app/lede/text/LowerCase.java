package app.lede.text;

import java.util.Locale;

/**
 * Converts text to lower case in linear time.
 *
 * <p>{@link String#toLowerCase(Locale)} takes quadratic time on two letters: it copies the text for each İ, which becomes two
 * characters, and looks for the end of the word at each Σ (JDK 25).
 */
public final class LowerCase {

    private static final char DOTTED_I = '\u0130';
    private static final char SIGMA = '\u03a3';

    private LowerCase() {}

    /**
     * Converts text as {@code text.toLowerCase(Locale.ROOT)} does, except that marks and apostrophes between letters end a
     * word for the choice of a final sigma.
     */
    public static String of(String text) {
        if (text.indexOf(DOTTED_I) < 0 && text.indexOf(SIGMA) < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder lower = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            switch (c) {
                case DOTTED_I -> lower.append("i\u0307");
                case SIGMA -> lower.append(isFinal(text, i) ? 'ς' : 'σ');
                default -> lower.appendCodePoint(Character.toLowerCase(c));
            }
            i += Character.charCount(c);
        }
        return lower.toString();
    }

    private static boolean isFinal(String text, int at) {
        boolean first = at == 0 || !Character.isLetter(text.codePointBefore(at));
        boolean last = at + 1 == text.length() || !Character.isLetter(text.codePointAt(at + 1));
        return last && !first;
    }
}
