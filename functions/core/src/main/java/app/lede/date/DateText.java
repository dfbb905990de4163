package app.lede.date;

import app.lede.text.LowerCase;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Normalises the writing of dates: digits of other scripts, spaces, signs, case and accents. */
public final class DateText {

    /** Marks of direction and joining, which only change how a date looks. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

    private static final Pattern SPACE = Pattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u3000]");

    /** Accents of the Latin, Greek and Cyrillic scripts, points of the Hebrew and Arabic ones; never a vowel sign. */
    private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05c7\\u064b-\\u065f\\u0670]+");

    private static final Pattern PUNCTUATION = Pattern.compile("[.·'’׳״॰]+");

    private DateText() {}

    /** Returns a date with plain spaces, ASCII digits, colons and signs. */
    static String plain(String text) {
        String visible = SPACE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
        return asciiDigits(visible).replace('：', ':').replace('−', '-').strip();
    }

    /** Converts the digits of other scripts to 0 to 9, unit by unit. */
    public static String asciiDigits(String text) {
        if (text.chars().noneMatch(c -> c > 0x7f && Character.isDigit(c))) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        text.chars()
                .forEach(c -> plain.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
        return plain.toString();
    }

    /** Folds a word for look-up: lower case, without accents, dots and apostrophes. */
    static String folded(String word) {
        if (word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return word;
        }
        String bare = PUNCTUATION.matcher(LowerCase.of(word)).replaceAll("");
        if (bare.chars().allMatch(c -> c < 0x80)) {
            return bare;
        }
        return ACCENT.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
    }
}
