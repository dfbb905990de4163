package app.lede.collection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tracks how much of a mail's body is left by the {@code Content-Length} of its header. Archives keep lengths that were right
 * before an encoding or a line break changed, so the end of a length counts only where a mail can end. Not thread safe.
 */
final class ClaimedLength {

    /** Place of the line that comes next. */
    enum Place {
        /** The header claims nothing, or its claim was wrong. */
        UNKNOWN,

        /** Within the body, by the claim. */
        INSIDE,

        /** End of the body by the claim, blank lines aside. */
        END
    }

    private static final Pattern FIELD = Pattern.compile("(?i)content-length:[ \\t]*(\\d{1,8})[ \\t]*");

    /** Bytes of the line breaks that an archive adds to a body. */
    private static final int LINE_BREAKS = 4;

    /** Leaves room for the header and the lines around. */
    private static final int MOST = Parts.MAX_PART - 256 * 1024;

    private boolean header;
    private boolean believed;
    private long left;
    private Place place = Place.UNKNOWN;

    /** Begins a mail. */
    void begin(boolean isBelieved) {
        header = true;
        believed = isBelieved;
        left = 0;
        place = Place.UNKNOWN;
    }

    Place place() {
        return place;
    }

    /** Passes a line of the file, or a piece of one. */
    void pass(ByteLines line) {
        if (header) {
            passHeader(line);
        } else if (place == Place.INSIDE) {
            left -= line.length();
            if (left <= 0) {
                place = left >= -LINE_BREAKS / 2 && line.ends() ? Place.END : Place.UNKNOWN;
            }
        } else if (place == Place.END) {
            left -= line.length();
            place = line.isBlank() && left >= -LINE_BREAKS ? Place.END : Place.UNKNOWN;
        }
    }

    private void passHeader(ByteLines line) {
        if (line.isBlank()) {
            header = false;
            place = believed && left > 0 && left <= MOST ? Place.INSIDE : Place.UNKNOWN;
        } else if (line.begins() && left == 0 && (line.at(0) | 0x20) == 'c') {
            Matcher field = FIELD.matcher(line.text(100));
            left = field.matches() ? Long.parseLong(field.group(1)) : 0;
        }
    }
}
