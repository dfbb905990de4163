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

    /** Tests for white space, including no-break spaces and byte order marks. */
    static boolean isBlank(char c) {
        if (c > ' ' && c < 0x80) {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
