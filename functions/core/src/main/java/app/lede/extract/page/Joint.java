package app.lede.extract.page;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the place between two inline elements that touch in the source and are set apart by style alone ({@code
 * <b>Ines Lindqvist</b><time>4 March</time>}). Letters of one word may also be in elements of their own (initials, parts
 * of a link), so the letters on both sides decide.
 *
 * <p>Not thread safe.
 */
final class Joint {

    /** Elements whose content is a word or more by itself. */
    private static final Set<String> WHOLE = Set.of("time", "address", "button");

    /** Elements that sites set apart by style; others format letters within a word. */
    private static final Set<String> APART = Set.of("span", "a", "abbr", "cite", "time", "address", "button", "data");

    /** Elements that format words, and letters within a word: only a letter beside a digit tells them apart. */
    private static final Set<String> STRESS = Set.of("b", "strong", "i", "em", "small");

    private static final int YEAR = 4;

    /** Characters in front of a year that are searched for its day and month. */
    private static final int DATE = 32;

    /** Matches "4 March " and "March 4, ". */
    private static final Pattern DAY_AND_MONTH = Pattern.compile(
            "(?:(?<!\\w)\\d{1,2}[.,]? (?:de )?\\p{L}{3,12}[.,]? (?:de )?|\\p{L}{3,12}[.,]? \\d{1,2},? )$");

    /** Letters of a word in front of a number; fewer may be one name with it: "MP3", "H5N1". */
    private static final int WORD = 3;

    private boolean closed;
    private boolean touched;
    private boolean stressTouched;
    private boolean whole;
    private boolean alike;
    private String lastClosed = "";

    /** Notes the end of an inline element. */
    void closes(String tag) {
        closed |= APART.contains(tag);
        lastClosed = tag;
        whole |= WHOLE.contains(tag);
    }

    /** Notes the start of an inline element. Writing programs cut a word into elements of one name. */
    void opens(String tag) {
        boolean apart = APART.contains(tag);
        touched |= closed && apart;
        boolean marked = (apart || STRESS.contains(tag)) && (closed || STRESS.contains(lastClosed));
        stressTouched |= marked;
        alike |= marked && tag.equals(lastClosed);
        whole |= WHOLE.contains(tag);
    }

    /** Forgets what was noted, after a character or at the end of a passage. */
    void passed() {
        closed = false;
        alike = false;
        lastClosed = "";
        touched = false;
        stressTouched = false;
        whole = false;
    }

    /** Tests whether a space is missing between a text and the next character. */
    boolean divides(CharSequence text, char next) {
        if (text.isEmpty() || !(touched || stressTouched || whole)) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        boolean words = Character.isLetterOrDigit(next) && (Character.isLetterOrDigit(last) || last == ')');
        if (!words || isUnspaced(next) || isUnspaced(last)) {
            return false;
        }
        return whole || isBoundary(text, last, next, touched);
    }

    /** Tests for a letter of a script that sets no spaces between words. */
    private static boolean isUnspaced(char c) {
        return Character.isIdeographic(c) || (c >= 0x3040 && c < 0x3100) || (c >= 0x0e00 && c < 0x0e80);
    }

    /** Tests for a change from letter to digit or back, a digit after a year, or a capital after the small letters of a word. */
    private boolean isBoundary(CharSequence text, char last, char next, boolean humps) {
        boolean kinds = Character.isDigit(last) != Character.isDigit(next);
        boolean hump = Character.isLowerCase(last) && Character.isUpperCase(next);
        boolean word = text.length() > 1 && Character.isLetterOrDigit(text.charAt(text.length() - 2));
        boolean year = Character.isDigit(next) && endsWithYear(text);
        return humps
                ? word && (kinds || hump || year)
                : year || (!alike && Character.isDigit(next) && endsWithWord(text));
    }

    private static boolean endsWithWord(CharSequence text) {
        int letters = 0;
        while (letters < WORD
                && letters < text.length()
                && Character.isLetter(text.charAt(text.length() - 1 - letters))) {
            letters++;
        }
        return letters == WORD;
    }

    /** Tests for a year at the end of a date: behind a mark, or near the number of a day. */
    private static boolean endsWithYear(CharSequence text) {
        int from = text.length() - YEAR;
        if (from < 2 || !isOfDate(text, from)) {
            return false;
        }
        String century = text.subSequence(from, from + 2).toString();
        return (century.equals("19") || century.equals("20"))
                && Character.isDigit(text.charAt(from + 2))
                && Character.isDigit(text.charAt(from + 3));
    }

    private static boolean isOfDate(CharSequence text, int year) {
        char before = text.charAt(year - 1);
        return before == '.'
                || before == '/'
                || DAY_AND_MONTH
                        .matcher(text.subSequence(Math.max(0, year - DATE), year))
                        .find();
    }
}
