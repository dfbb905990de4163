package app.lede.document;

/** Text without the characters that have no place in one: what is left can be shown, indexed and written as JSON. */
public final class CleanText {

    private CleanText() {}

    /**
     * The text with line ends as {@code \n} and without control characters (tab and line feed stay), lone surrogates and
     * noncharacters. Linear; gives the very same string where there is nothing to clean.
     */
    public static String of(String text) {
        int dirty = firstDirty(text);
        if (dirty == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, dirty);
        for (int i = dirty; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
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
        if (c < 0x20) {
            return c == '\n' || c == '\t';
        }
        boolean control = c >= 0x7f && c < 0xa0 && c != 0x85;
        boolean loneSurrogate = c >= 0xd800 && c <= 0xdfff;
        boolean noncharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return !control && !loneSurrogate && !noncharacter;
    }
}
