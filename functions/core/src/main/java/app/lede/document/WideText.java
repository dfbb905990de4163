package app.lede.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Recognises texts of two or four bytes for each character without a byte order mark: spaces, line ends and Latin letters have zeros
 * in the same place of each character.
 */
final class WideText {

    private static final int WINDOW = 4096;

    /** Least share of characters with a zero in their upper byte; Chinese has its line ends only. */
    private static final double MIN_ZEROS = 0.02;

    /** Least share of letters, marks, digits, punctuation and spaces. */
    private static final double MIN_TEXT = 0.98;

    private WideText() {}

    /** Returns the charset if the bytes are such a text. */
    static Optional<Charset> charset(byte[] bytes) {
        int length = Math.min(bytes.length, WINDOW) / 4 * 4;
        int[] zeros = new int[4];
        for (int i = 0; i < length; i++) {
            zeros[i % 4] += bytes[i] == 0 ? 1 : 0;
        }
        int quarter = length / 4;
        if (quarter < 2 || zeros[0] + zeros[1] + zeros[2] + zeros[3] < 2 * MIN_ZEROS * quarter) {
            return Optional.empty();
        }
        Charset guess = guess(zeros, quarter);
        return isText(new String(Arrays.copyOf(bytes, length), guess)) ? Optional.of(guess) : Optional.empty();
    }

    private static Charset guess(int[] zeros, int quarter) {
        if (zeros[2] == quarter && zeros[3] == quarter) {
            return Charset.forName("UTF-32LE");
        }
        if (zeros[0] == quarter && zeros[1] == quarter) {
            return Charset.forName("UTF-32BE");
        }
        return zeros[1] + zeros[3] > zeros[0] + zeros[2] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static boolean isText(String text) {
        long readable = text.codePoints()
                .filter(c -> Character.isLetterOrDigit(c)
                        || Character.isWhitespace(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || (c > ' ' && c < 0x7f)
                        || (c >= 0xa0 && c < 0x3100 && Character.isDefined(c))
                        || (c >= 0xff00 && c < 0xfff0))
                .count();
        // Read in the wrong order, Latin letters become Chinese ones; but then so do the spaces.
        boolean spaced = text.codePoints().anyMatch(c -> c == ' ' || c == '\n' || c == 0x3002);
        return spaced && readable >= MIN_TEXT * text.codePointCount(0, text.length());
    }
}
