package app.lede.collection;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of separated values. A quote opens a value only at its beginning, and is doubled inside; a stray one is text. Not
 * thread safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CharTable {

    private static final int BUFFER = 32 * 1024;

    private static final int NONE = -1;

    private final Reader in;
    private final char separator;
    private final int maxRow;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder value = new StringBuilder();
    private int at;
    private int limit;
    private int size;
    private boolean over;
    private boolean cut;
    private boolean unended;

    /** Reads with a bound on the characters of a row; those beyond are dropped. */
    CharTable(Reader in, char separator, int maxRow) {
        this.in = in;
        this.separator = separator;
        this.maxRow = maxRow;
    }

    /** Returns the values of the next row, null after the last. */
    @Nullable
    List<String> next() throws IOException {
        over = false;
        cut = false;
        unended = false;
        size = 0;
        int c = read();
        if (c == NONE) {
            return null;
        }
        List<String> row = new ArrayList<>();
        while (true) {
            c = c == '"' ? quoted() : bare(c);
            row.add(value.toString());
            value.setLength(0);
            if (c != separator) {
                if (c == '\r' && peek() == '\n') {
                    read();
                }
                unended = c == NONE;
                return row;
            }
            c = read();
        }
    }

    /** Tests whether the row exceeded its bound. */
    boolean isOver() {
        return over;
    }

    /** Tests whether the row ended within quotes. */
    boolean isCut() {
        return cut;
    }

    /** Tests whether the row ended with the file, not with its line. */
    boolean isAtEnd() {
        return unended;
    }

    /** Reads a value without quotes; returns the character that ends it. */
    private int bare(int first) throws IOException {
        int c = first;
        while (c != separator && c != '\n' && c != '\r' && c != NONE) {
            add(c);
            c = read();
        }
        return c;
    }

    /** Reads a value behind its opening quote; what follows the closing one is text, too. */
    private int quoted() throws IOException {
        for (int c = read(); c != NONE; c = read()) {
            if (c != '"') {
                add(c);
            } else if (peek() == '"') {
                add(read());
            } else {
                return bare(read());
            }
        }
        cut = true;
        unended = true;
        return NONE;
    }

    private void add(int c) {
        if (size < maxRow) {
            size++;
            value.append((char) c);
        } else {
            over = true;
        }
    }

    private int peek() throws IOException {
        return at < limit || fill() ? buffer[at] : NONE;
    }

    private int read() throws IOException {
        return at < limit || fill() ? buffer[at++] : NONE;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        return limit > 0;
    }
}
