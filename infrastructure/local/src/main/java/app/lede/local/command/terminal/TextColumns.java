package app.lede.local.command.terminal;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out text in terminal columns, where a Chinese character takes two columns and a combining accent none.
 *
 * <p>Widths follow the wide and fullwidth ranges of Unicode Standard Annex #11. Control characters are never printed,
 * so that a fetched headline cannot move the cursor.
 */
public final class TextColumns {

    private TextColumns() {}

    /** Returns the width of a text in columns. */
    public static int width(String text) {
        return text.codePoints().map(TextColumns::width).sum();
    }

    /** Pads a text with spaces to a width; longer text is returned unchanged. */
    public static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** Returns a text on one line: control and bidi override characters become spaces, runs of spaces collapse. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> line.appendCodePoint(printable(c) ? c : ' '));
        return line.toString().replaceAll("\\s+", " ").strip();
    }

    /** Wraps a text to a width, between words, or inside a word wider than a line. An empty text is one empty line. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : oneLine(text).split(" ", -1)) {
            for (String piece : pieces(word, width)) {
                if (!line.isEmpty() && width(line.toString()) + 1 + width(piece) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> pieces(String word, int width) {
        if (width(word) <= width) {
            return List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int columns = 0;
        for (int c : word.codePoints().toArray()) {
            if (columns + width(c) > width && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
                columns = 0;
            }
            piece.appendCodePoint(c);
            columns += width(c);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean printable(int c) {
        return !Character.isISOControl(c) && !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069);
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x2e80 && c <= 0x303e)
                || (c >= 0x3041 && c <= 0xa4cf)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xfe30 && c <= 0xfe6f)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0xffe0 && c <= 0xffe6)
                || (c >= 0x1f300 && c <= 0x1faff)
                || (c >= 0x20000 && c <= 0x3fffd);
    }
}
