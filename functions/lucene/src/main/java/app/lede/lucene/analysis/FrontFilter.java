package app.lede.lucene.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;

/**
 * Prepares text of any language for the tokenizer, in one pass: folds apostrophes and hyphens, drops soft hyphens and accents
 * that follow a Latin letter as a character of their own, and rewrites signs that the tokenizer would drop where they are part
 * of a name: {@code C++}, {@code C#}, {@code #tag} (as {@code _tag}), {@code @handle} (as {@code __handle}), {@code AT&T} (as
 * {@code AT_T}), {@code e-mail} (as {@code email}), {@code 1,000} (as {@code 1000}).
 */
final class FrontFilter extends BaseCharFilter {

    private static final char SOFT_HYPHEN = '\u00AD';

    /** First of the characters that may be a mark of the letter before. */
    private static final char FIRST_MARK = 0x300;

    private final StringBuilder out = new StringBuilder();
    private char[] text = {};
    private int length;
    private int removed;
    private boolean prepared;
    private int read;

    FrontFilter(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        prepare();
        if (read == out.length()) {
            return -1;
        }
        int count = Math.min(length, out.length() - read);
        out.getChars(read, read + count, buffer, offset);
        read += count;
        return count;
    }

    @Override
    public int read() throws IOException {
        prepare();
        return read == out.length() ? -1 : out.charAt(read++);
    }

    private void prepare() throws IOException {
        if (prepared) {
            return;
        }
        prepared = true;
        readAll();
        out.ensureCapacity(length + 16);
        int plain = 0;
        for (int i = 0; i < length; ) {
            if (isPlain(text[i])) {
                i++;
            } else {
                out.append(text, plain, i - plain);
                i += step(i, text[i]);
                plain = i;
            }
        }
        out.append(text, plain, Math.max(0, length - plain));
    }

    private void readAll() throws IOException {
        text = new char[4_096];
        for (int count = input.read(text); count >= 0; count = input.read(text, length, text.length - length)) {
            length += count;
            if (length == text.length) {
                text = Arrays.copyOf(text, 2 * length);
            }
        }
    }

    /** Whether a character is always kept as it is; most are. */
    private static boolean isPlain(char c) {
        return switch (c) {
            case '-', '+', '#', '@', '&', ',', SOFT_HYPHEN, 'ʼ' -> false;
            default -> c < FIRST_MARK;
        };
    }

    /** Handles the character at a place; returns how many characters of the input it took. */
    private int step(int i, char c) {
        switch (c) {
            case '’', '‘', 'ʼ', '‛', '′', '＇' -> out.append('\'');
            case '‑' -> hyphen(i);
            case '-' -> hyphen(i);
            case SOFT_HYPHEN -> remove();
            case '+' -> {
                if (charAt(i + 1) == '+' && isLoneLetter(i - 1, 'c')) {
                    replace(2, "plusplus");
                    return 2;
                }
                out.append(c);
            }
            case '#' -> number(i);
            case '@' -> handle(i);
            case '&' -> out.append(isUpper(before()) && isUpper(after(i)) ? '_' : c);
            case ',' -> comma(i);
            default -> other(c);
        }
        return 1;
    }

    private void hyphen(int i) {
        if (isLoneLetter(i - 1, 'e') && Character.isLetter(after(i))) {
            remove();
        } else {
            out.append('-');
        }
    }

    private void number(int i) {
        if (isLoneLetter(i - 1, 'c')) {
            replace(1, "sharp");
        } else {
            out.append(!isWord(before()) && before() != '_' && isWord(after(i)) ? '_' : '#');
        }
    }

    private void handle(int i) {
        if (!isWord(before()) && before() != '_' && before() != '.' && isWord(after(i))) {
            replace(1, "__");
        } else {
            out.append('@');
        }
    }

    private void comma(int i) {
        if (isAsciiDigit(before())
                && isAsciiDigit(charAt(i + 1))
                && isAsciiDigit(charAt(i + 2))
                && isAsciiDigit(charAt(i + 3))
                && !isAsciiDigit(charAt(i + 4))) {
            remove();
        } else {
            out.append(',');
        }
    }

    private void other(char c) {
        if (c >= FIRST_MARK
                && Character.getType(c) == Character.NON_SPACING_MARK
                && Character.UnicodeScript.of(before()) == Character.UnicodeScript.LATIN) {
            remove();
        } else {
            out.append(c);
        }
    }

    /** Leaves out one character of the input. */
    private void remove() {
        addOffCorrectMap(out.length(), ++removed);
    }

    /** Writes more characters for some of the input; those too many stand at its end, so that offsets never go back. */
    private void replace(int taken, String longer) {
        out.append(longer, 0, taken);
        for (int i = taken; i < longer.length(); i++) {
            out.append(longer.charAt(i));
            addOffCorrectMap(out.length(), --removed);
        }
    }

    /** Tests for this letter, in either case, with no letter or digit before it. */
    private boolean isLoneLetter(int i, char letter) {
        return Character.toLowerCase(charAt(i)) == letter
                && (out.length() < 2 || !isWord(out.codePointBefore(out.length() - 1)));
    }

    /** Returns the last code point written, or a space. */
    private int before() {
        return out.isEmpty() ? ' ' : out.codePointBefore(out.length());
    }

    /** Returns the next code point of the input, or a space. */
    private int after(int i) {
        return i + 1 < length ? Character.codePointAt(text, i + 1, length) : ' ';
    }

    private char charAt(int i) {
        return i >= 0 && i < length ? text[i] : ' ';
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isUpper(int c) {
        return Character.isUpperCase(c);
    }

    private static boolean isAsciiDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
