package app.lede.document;

/** Removes characters that cannot be displayed, indexed or written as JSON. */
public final class CleanText {

    /** Maximum length of a UTF-8 sequence. */
    private static final int MAX_SEQUENCE = 4;

    private CleanText() {}

    /**
     * Normalises line ends to {@code \n} and removes control characters (except tab and line feed), lone surrogates and
     * noncharacters. Repairs double-encoded UTF-8 if a control character reveals it ("letâ\u0080\u0099s"). Linear;
     * returns the same string if nothing changes.
     */
    public static String of(String text) {
        int dirty = firstDirty(text);
        if (dirty == text.length()) {
            return text;
        }
        boolean twice = isTwiceEncoded(text, Math.max(0, dirty - MAX_SEQUENCE + 1));
        int start = twice ? 0 : dirty;
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, start);
        for (int i = start; i < text.length(); ) {
            int length = twice ? sequence(text, i) : 0;
            int c = length > 0 ? decoded(text, i, length) : text.codePointAt(i);
            i += length > 0 ? length : Character.charCount(c);
            if (c == '\r') {
                if (i == text.length() || text.charAt(i) != '\n') {
                    clean.append('\n');
                }
            } else if (isText(c)) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString();
    }

    /** Tests whether a control character from here on is part of a double-encoded character. */
    private static boolean isTwiceEncoded(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            int length = sequence(text, i);
            for (int j = i + 1; j < i + length; j++) {
                if (text.charAt(j) < 0xa0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the length of a double-encoded UTF-8 sequence at this position; 0 if there is none. */
    private static int sequence(String text, int at) {
        char lead = text.charAt(at);
        int length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : MAX_SEQUENCE;
        if (length == 0 || at + length > text.length()) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            if (text.charAt(i) < 0x80 || text.charAt(i) > 0xbf) {
                return 0;
            }
        }
        int c = decoded(text, at, length);
        boolean shortest = c >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000);
        return shortest && Character.isValidCodePoint(c) && isText(c) ? length : 0;
    }

    private static int decoded(String text, int at, int length) {
        int c = text.charAt(at) & (0xff >> (length + 1));
        for (int i = at + 1; i < at + length; i++) {
            c = c << 6 | (text.charAt(i) & 0x3f);
        }
        return c;
    }

    private static int firstDirty(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!isText(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return text.length();
    }

    private static boolean isText(int c) {
        if (c < 0x7f) {
            return c >= 0x20 || c == '\n' || c == '\t';
        }
        boolean control = c >= 0x7f && c < 0xa0 && c != 0x85;
        boolean loneSurrogate = c >= 0xd800 && c <= 0xdfff;
        boolean noncharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return !control && !loneSurrogate && !noncharacter;
    }
}
