package app.lede.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Removes characters that show nothing and may carry hidden text: variation selectors that encode data (as C2PA does behind
 * U+FEFF), tag characters, zero-width characters, fillers, direction overrides and isolates. Keeps those that writing needs: joiners within words
 * of Arabic, Indic and similar scripts and within emoji, one variation selector behind its base, the tags of a flag, and zero-width
 * spaces between words of scripts without spaces.
 *
 * <p>Thread safe; linear.
 */
public final class InvisibleText {

    private static final int BLACK_FLAG = 0x1f3f4;

    /** The first character that is removed; of nearly all letters no more is asked. */
    private static final char LOWEST = 0x34f;

    /** Bounds of the letters of Han and Yi, none of which is removed. */
    private static final char HAN = 0x3200;

    private static final char YI_END = 0xa490;
    private static final int CANCEL_TAG = 0xe007f;
    private static final int EMBEDDED_LEFT = 0x202a;
    private static final int EMBEDDED_RIGHT = 0x202b;
    private static final int POP = 0x202c;
    private static final int OVERRIDE_LEFT = 0x202d;
    private static final int OVERRIDE_RIGHT = 0x202e;
    private static final int ZERO_WIDTH_SPACE = 0x200b;
    private static final int NON_JOINER = 0x200c;
    private static final int JOINER = 0x200d;

    private InvisibleText() {}

    /** Returns the text without hidden characters; the same string if there are none. */
    public static String strip(String text) {
        int first = firstInvisible(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = first; i < text.length(); ) {
            int c = text.codePointAt(i);
            int flag = c == BLACK_FLAG ? flagEnd(text, i) : i;
            if (flag > i) {
                kept.append(text, i, flag);
                i = flag;
                continue;
            }
            int next = i + Character.charCount(c);
            if (c == EMBEDDED_LEFT || c == EMBEDDED_RIGHT || c == OVERRIDE_LEFT || c == OVERRIDE_RIGHT) {
                open.push(c);
            } else if (c == POP && !open.isEmpty() && isInvisible(open.pop())) {
                i = next; // It ends an override that is removed.
                continue;
            }
            if (!isInvisible(c)
                    || isNeeded(
                            c,
                            i == 0 ? -1 : text.codePointBefore(i),
                            next < text.length() ? text.codePointAt(next) : -1)) {
                kept.appendCodePoint(c);
            }
            i = next;
        }
        return kept.toString();
    }

    /** Counts the characters that {@link #strip} removes, in code points. */
    public static int count(String text) {
        String kept = strip(text);
        return kept.length() == text.length()
                ? 0
                : text.codePointCount(0, text.length()) - kept.codePointCount(0, kept.length());
    }

    private static int firstInvisible(String text) {
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (first >= LOWEST && !(first >= HAN && first < YI_END)) {
                int c = text.codePointAt(at);
                if (isInvisible(c) || c == BLACK_FLAG) {
                    return at;
                }
                at += Character.charCount(c);
            } else {
                at++;
            }
        }
        return at;
    }

    private static boolean isInvisible(int c) {
        return (c >= 0x200b && c <= 0x200d)
                || c == 0xfeff
                || isSelector(c)
                || (c >= 0xe0000 && c <= 0xe0fff && !isSelector(c))
                || (c >= 0x2060 && c <= 0x2064)
                || (c >= 0x2065 && c <= 0x206f)
                || c == 0x061c
                || c == 0x115f
                || c == 0x1160
                || c == 0x17b4
                || c == 0x17b5
                || c == OVERRIDE_LEFT
                || c == OVERRIDE_RIGHT
                || c == 0x034f
                || c == 0x180e
                || c == 0x3164
                || c == 0xffa0
                || (c >= 0xfff0 && c <= 0xfffb)
                || (c >= 0x1bca0 && c <= 0x1bca3)
                || (c >= 0x1d173 && c <= 0x1d17a);
    }

    private static boolean isSelector(int c) {
        return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    }

    private static boolean isNeeded(int c, int before, int after) {
        if (before < 0 || (isInvisible(before) && !(c == JOINER && before == 0xfe0f))) {
            return false;
        }
        if (isSelector(c)) {
            return c < 0xfe10 ? !Character.isWhitespace(before) && !isLatin(before) : Character.isIdeographic(before);
        }
        if (c == ZERO_WIDTH_SPACE) {
            return isSpaceless(before) && isSpaceless(after);
        }
        boolean alone = after >= 0 && !isInvisible(after);
        return (c == NON_JOINER || c == JOINER) && alone && isJoining(before);
    }

    private static boolean isLatin(int c) {
        return c < 0x250 && Character.isLetter(c);
    }

    /** Tests for Thai, Lao, Tibetan, Myanmar and Khmer. */
    private static boolean isSpaceless(int c) {
        return (c >= 0x0e00 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff);
    }

    /** Tests for scripts whose letters take other forms beside a joiner, and for emoji. */
    private static boolean isJoining(int c) {
        boolean script = (c >= 0x0600 && c <= 0x0dff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x18af);
        boolean form = (c >= 0xa840 && c <= 0xaaff) || (c >= 0xfb50 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
        return script || form || (c >= 0x2190 && c <= 0x2bff) || (c >= 0x1f000 && c <= 0x1faff) || c == 0xfe0f;
    }

    /** Returns the end of a flag of tag characters, or its start if it is none. */
    private static int flagEnd(String text, int start) {
        int at = start + 2;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c == CANCEL_TAG) {
                return at - start <= 16 ? at + 2 : start;
            }
            if (c < 0xe0020 || c > 0xe007e) {
                return start;
            }
            at += 2;
        }
        return start;
    }
}
