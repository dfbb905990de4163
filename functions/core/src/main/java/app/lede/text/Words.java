package app.lede.text;

/** Counts and compares words uniformly in every script. */
public final class Words {

    private Words() {}

    /** Counts words; in scripts without spaces (Han, kana, Thai…) two characters count as one word. */
    public static int count(CharSequence text) {
        int words = 0;
        int unspaced = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                words += inWord ? 0 : 1; // Most characters.
                inWord = true;
            } else if (isUnspaced(c)) {
                unspaced++;
                inWord = false;
            } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                words += inWord ? 0 : 1;
                inWord = true;
            } else if (c != '\'' && c != '’' && c != '-') {
                inWord = false;
            }
        }
        return words + (unspaced + 1) / 2;
    }

    /** Returns letters, marks and digits in lower case without accents, with single spaces, for comparison. */
    public static String key(String text) {
        return WordKey.of(text);
    }

    /** Collapses white space to single spaces and strips the ends. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c)) {
                continue;
            }
            if (!isSpace(c)) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    public static boolean hasLetter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Counts the characters other than white space. */
    public static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += text.charAt(i) > ' ' ? 1 : 0;
        }
        return letters;
    }

    public static boolean isSpace(char c) {
        return c <= ' ' || (c >= 0xa0 && (c == 0xa0 || Character.isWhitespace(c)));
    }

    /** Tests for soft hyphens, zero-width spaces and byte order marks, which would split words. */
    public static boolean isInvisible(char c) {
        return c == 0xad || c == 0x200b || c == 0xfeff;
    }

    /** Tests whether a script without spaces between words has a character: Han, kana, Thai, Lao, Burmese, Khmer. */
    public static boolean isUnspaced(char c) {
        return c >= 0x0e00 && isInUnspacedBlock(c);
    }

    private static boolean isInUnspacedBlock(char c) {
        return c <= 0x0eff
                || (c >= 0x1000 && c <= 0x109f)
                || (c >= 0x1780 && c <= 0x17ff)
                || (c >= 0x3040 && c <= 0x30ff)
                || (c >= 0x3400 && c <= 0x9fff)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xff66 && c <= 0xff9d);
    }
}
