package app.lede.story;

import app.lede.text.Words;
import java.util.stream.Stream;

/**
 * A word, name or number that is characteristic of a report.
 *
 * @param kind decides whether reports in other languages may share it
 * @param shown as the text spells it
 * @param weight from 1 to 255
 */
record Feature(Kind kind, String shown, int weight) {

    /** UTF-16 units of a word that is compared; drops most endings. */
    private static final int STEM = 6;

    enum Kind {
        WORD(0),
        NAME(1),
        NUMBER(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** Returns the number that is stored. */
        int code() {
            return code;
        }

        static Kind ofCode(int code) {
            return Stream.of(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no kind of feature: " + code));
        }
    }

    /** Returns the form in which features are compared; a name and a word of the same letters are one. */
    String stem() {
        return kind == Kind.NUMBER ? shown : stem(Words.key(shown));
    }

    /** Returns the beginning of a comparable form. */
    static String stem(String key) {
        return key.length() <= STEM
                ? key
                : key.substring(0, Character.isHighSurrogate(key.charAt(STEM - 1)) ? STEM - 1 : STEM);
    }
}
