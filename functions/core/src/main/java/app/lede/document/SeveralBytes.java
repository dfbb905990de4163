package app.lede.document;

import java.nio.charset.Charset;
import java.util.Optional;

/** Tells texts in charsets of several bytes for each character, such as those of Chinese, Japanese and Korean. */
final class SeveralBytes {

    private static final int WINDOW = 64 * 1024;

    private static final byte ESCAPE = 0x1b;

    private SeveralBytes() {}

    /** Tests whether a charset has characters of several bytes, and the bytes decode to words of its own script. */
    static boolean isText(byte[] bytes, Charset charset) {
        if (isOfOneByte(charset)) {
            return false;
        }
        String text = new String(bytes, 0, Math.min(bytes.length, WINDOW), charset);
        int wide = 0;
        int alone = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                wide++;
                boolean inWord = (i > 0 && isLatin(text.charAt(i - 1)))
                        || (i + 1 < text.length() && isLatin(text.charAt(i + 1)));
                alone += inWord || c == '\uFFFD' ? 1 : 0;
            }
        }
        // A letter of two bytes that are one Latin letter with an accent and the next letter stands inside of a Latin
        // word.
        return alone * 3 < wide;
    }

    private static boolean isOfOneByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Returns ISO-2022-JP for an ASCII text with its escape sequences. */
    static Optional<Charset> escaped(byte[] bytes) {
        int sequences = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] < 0) {
                return Optional.empty();
            }
            if (bytes[i] == ESCAPE && (isJapanese(bytes, i) || isLatin(bytes, i))) {
                sequences++;
            }
        }
        return sequences >= 2 ? Optional.of(Charset.forName("ISO-2022-JP")) : Optional.empty();
    }

    /** JIS X 0208 of 1978 and 1983. */
    private static boolean isJapanese(byte[] bytes, int at) {
        return bytes[at + 1] == '$' && (bytes[at + 2] == '@' || bytes[at + 2] == 'B');
    }

    /** Back to ASCII or to Japan's Latin letters. */
    private static boolean isLatin(byte[] bytes, int at) {
        return bytes[at + 1] == '(' && (bytes[at + 2] == 'B' || bytes[at + 2] == 'J');
    }
}
