package app.lede.document.pdf;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Mends lines of Arabic and Hebrew letters, whose words come in the order of reading, but whose marks come as they stand on the page:
 * a full stop before the line, brackets and quotation marks mirrored.
 */
final class RightToLeft {

    private static final String ENDS = ".:!?\u060c\u061b\u061f";
    private static final String PAIRS = "()[]{}\u00ab\u00bb\u2039\u203a<>";

    private static final String QUOTES = "\u00ab\u00bb\u2039\u203a";

    private RightToLeft() {}

    /** Tests whether most letters of a line are read from right to left. */
    static boolean isOne(String line) {
        long letters = line.codePoints().filter(Character::isLetter).count();
        return letters > 0 && line.codePoints().filter(RightToLeft::isLetter).count() * 2 > letters;
    }

    private static boolean isLetter(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    static String mended(String line) {
        String text = line.strip();
        int marks = 0;
        while (marks < text.length() && isMark(text.charAt(marks), text, marks)) {
            marks++;
        }
        // Those before the line are its end, from the last mark to the first.
        String end = new StringBuilder(text.substring(0, marks)).reverse().toString();
        return turned(text.substring(marks).strip() + end);
    }

    /** Tests for a mark at the beginning that ends a sentence, or a bracket before or behind one. */
    private static boolean isMark(char mark, String text, int at) {
        boolean ends = ENDS.indexOf(mark) >= 0;
        boolean beside = (at > 0 && ENDS.indexOf(text.charAt(at - 1)) >= 0)
                || (at + 1 < text.length() && ENDS.indexOf(text.charAt(at + 1)) >= 0);
        return ends || (PAIRS.indexOf(mark) >= 0 && beside);
    }

    /** Turns pairs of which the closing mark comes first, and quotation marks without a partner. */
    private static String turned(String text) {
        StringBuilder turned = new StringBuilder(text);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            int pair = PAIRS.indexOf(text.charAt(i));
            if (pair < 0) {
                continue;
            }
            boolean partner = !open.isEmpty() && PAIRS.indexOf(text.charAt(open.peek())) == (pair ^ 1);
            boolean opens = pair % 2 == 0;
            if (partner && (!opens || !isWord(text, i + 1))) {
                int first = open.pop();
                if (opens) {
                    turned.setCharAt(first, text.charAt(i));
                    turned.setCharAt(i, text.charAt(first));
                }
            } else if (opens || !isWord(text, i - 1) || isWord(text, i + 1)) {
                open.push(i);
            }
        }
        QUOTES.chars().forEach(quote -> turnAlone(text, (char) quote, turned));
        return turned.toString();
    }

    /** Turns a quotation mark whose partner stands on another line if it opens behind a word or closes before one. */
    private static void turnAlone(String text, char quote, StringBuilder turned) {
        int pair = PAIRS.indexOf(quote);
        int at = text.indexOf(quote);
        boolean alone = at >= 0 && at == text.lastIndexOf(quote) && text.indexOf(PAIRS.charAt(pair ^ 1)) < 0;
        boolean behind = isWord(text, at - 1) && !isWord(text, at + 1);
        boolean before = isWord(text, at + 1) && !isWord(text, at - 1);
        if (alone && (pair % 2 == 0 ? behind : before)) {
            turned.setCharAt(at, PAIRS.charAt(pair ^ 1));
        }
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
