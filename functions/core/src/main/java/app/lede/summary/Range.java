package app.lede.summary;

/** A range of UTF-16 positions, end exclusive, for internal use; results are given in code points. */
public record Range(int start, int end) {

    /** Returns the part of the text. */
    public String of(String text) {
        return text.substring(start, end);
    }

    int length() {
        return end - start;
    }

    /** Returns the range without surrounding white space; may be empty. */
    static Range stripped(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return new Range(from, to);
    }

    /** Tests for white space, including no-break spaces, byte order marks and the marks of writing direction. */
    static boolean isBlank(char c) {
        if (c >= ' ' && c < 0x80) {
            return c == ' ';
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c);
    }

    /** Tests for characters that show nothing and join nothing; the joiners of Persian, Indic scripts and emoji do not count. */
    private static boolean isInvisible(char c) {
        return c == '\u00AD'
                || c == '\uFEFF'
                || c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069');
    }
}
