package app.lede.summary;

/** Decides whether a terminator inside a line ends a sentence, from its context. */
final class Boundary {

    /**
     * Minimum lower-case letters before a full stop without a following space; fewer may be a file name or an
     * abbreviation.
     */
    private static final int WORD_BEFORE_MISSING_SPACE = 3;

    private Boundary() {}

    /**
     * Tests whether a sentence ends here.
     *
     * @param start start of the sentence
     * @param stop position of the first terminator
     * @param after position after the last terminator and closing quote
     */
    static boolean at(String text, Range line, int start, int stop, int after, Abbreviations abbreviations) {
        if (after >= line.end()) {
            return true;
        }
        if (Sentences.isPlainTerminator(text.charAt(stop))) {
            return true;
        }
        int next = after;
        while (next < line.end() && Range.isBlank(text.charAt(next))) {
            next++;
        }
        if (next == after) {
            return missesSpace(text, line, stop, after);
        }
        return next >= line.end()
                || (mayOpen(text, next, line.end()) && !abbreviated(text, start, stop, next, line, abbreviations));
    }

    /**
     * Tests for a missing space, as in "the end.Another began": letters on both sides and a capitalised word after; not
     * "a.B", not "U.S".
     */
    private static boolean missesSpace(String text, Range line, int stop, int after) {
        int small = 0;
        while (small < WORD_BEFORE_MISSING_SPACE
                && stop - 1 - small >= line.start()
                && Character.isLowerCase(text.charAt(stop - 1 - small))) {
            small++;
        }
        boolean opens = Character.isUpperCase(text.charAt(after))
                && after + 1 < line.end()
                && (Character.isLetter(text.charAt(after + 1)) || text.charAt(after + 1) == ' ');
        return small == WORD_BEFORE_MISSING_SPACE && opens;
    }

    /**
     * Tests whether a sentence may start here; a lower-case letter or a closing or joining mark continues the previous
     * one.
     */
    private static boolean mayOpen(String text, int from, int end) {
        int at = from;
        while (at < end && "\"'“‘«„‚([{¿¡-–—".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        while (at < end && Range.isBlank(text.charAt(at))) {
            at++;
        }
        if (at >= end) {
            return true;
        }
        int opener = text.codePointAt(at);
        return !Character.isLowerCase(opener) && ",;:)]}…".indexOf(opener) < 0;
    }

    private static boolean abbreviated(
            String text, int start, int stop, int next, Range line, Abbreviations abbreviations) {
        if (text.charAt(stop) != '.' || (stop + 1 < line.end() && text.charAt(stop + 1) == '.')) {
            return false;
        }
        int from = stop;
        while (from > start && isWordPart(text.charAt(from - 1))) {
            from--;
        }
        return abbreviations.joins(text.substring(from, stop), wordAt(text, next, line.end()));
    }

    private static String wordAt(String text, int from, int end) {
        int to = from;
        while (to < end && isWordPart(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '’' || c == '\'' || Character.isSurrogate(c);
    }
}
