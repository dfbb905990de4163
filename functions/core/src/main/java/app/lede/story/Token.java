package app.lede.story;

/**
 * A word, a number or one character of a script without spaces.
 *
 * @param key comparable form, as {@link app.lede.text.Words#key} has it; of a number its digits with a decimal point
 * @param start offset in UTF-16 units
 * @param end exclusive
 */
record Token(String key, Kind kind, int start, int end) {

    enum Kind {
        /** A word in lower case, or of a script without case. */
        WORD,
        /** A word with a capital, within a sentence. */
        NAME,
        /** A word with a capital where a sentence begins, which says nothing. */
        OPENING,
        NUMBER,
        /** One character of Han, kana, Thai or another script without spaces. */
        CHARACTER
    }
}
