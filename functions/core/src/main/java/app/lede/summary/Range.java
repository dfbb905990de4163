package app.lede.summary;

/** A stretch of a text in UTF-16 positions, end exclusive: what is computed with, until positions are given to others. */
record Range(int start, int end) {

    String of(String text) {
        return text.substring(start, end);
    }

    int length() {
        return end - start;
    }

    /** The stretch without white space at its ends; may be empty. */
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

    /** White space as a reader sees it: no-break spaces and byte order marks too. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
