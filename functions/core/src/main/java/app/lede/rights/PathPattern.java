package app.lede.rights;

/**
 * A path pattern of robots.txt (RFC 9309, 2.2.2), which RSL and TDMRep use too: a prefix, in which {@code *} stands for any
 * characters and {@code $} at the end for the end of the path. Immutable.
 *
 * @param text at most {@value #MAX_TEXT} characters
 */
public record PathPattern(String text) {

    private static final int MAX_TEXT = 2_000;

    public PathPattern {
        text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    /** Returns the length of the pattern: of several that match, the longest is the most specific. */
    public int length() {
        return text.length();
    }

    /** Tests a path with its query; linear for each {@code *} of the pattern. */
    public boolean matches(String path) {
        boolean whole = text.endsWith("$");
        String pattern = whole ? text.substring(0, text.length() - 1) : text;
        int at = 0;
        int start = 0;
        for (int star = pattern.indexOf('*'); star >= 0; star = pattern.indexOf('*', start)) {
            String part = pattern.substring(start, star);
            int found = start == 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
            start = star + 1;
        }
        String last = pattern.substring(start);
        if (start == 0) {
            return whole ? path.equals(last) : path.startsWith(last);
        }
        return whole ? path.length() - last.length() >= at && path.endsWith(last) : path.indexOf(last, at) >= 0;
    }
}
