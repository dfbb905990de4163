package app.lede.collection;

import app.lede.document.Reading.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Streams the mails of an mbox file. A mail begins at a line {@code From } with a time and a year that follows a blank line and is
 * followed by a field of a header; other lines that begin so are text. So is a forwarded mail's separator within the
 * {@code Content-Length} of a mail, if another mail or the end of the file follows there; other lengths are ignored. One {@code >}
 * before {@code From } is taken off (mboxrd). Not thread safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4155">RFC 4155</a>
 */
final class MboxParts implements Parts {

    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    /** Longest separator line in bytes. */
    private static final int MAX_SEPARATOR = 500;

    private static final Pattern SEPARATOR =
            Pattern.compile("From (?:.{0,400} )?\\d{1,2}:\\d\\d(?::\\d\\d)? (?:.{0,60} )?\\d{4}(?: .{0,60})?");

    private static final Pattern FIELD = Pattern.compile(">?[!-9;-~]{1,80}:.{0,400}");

    private final ByteLines lines;
    private final ClaimedLength length = new ClaimedLength();
    private final Growing mail = new Growing();

    /** Bytes of the file from the first separator that stands within the claimed length of a mail. */
    private final Growing doubted = new Growing();

    /** Size of the mail before that separator. */
    private int sure;

    /** The line before this one, if a mail may begin with it. */
    private byte @Nullable [] separator;

    private ClaimedLength.Place place = ClaimedLength.Place.UNKNOWN;
    private boolean blank = true;
    private int number;
    private boolean over;

    MboxParts(InputStream in) {
        this.lines = new ByteLines(in);
    }

    /** Tests whether a file begins with the separator of a mail and a field of its header. */
    static boolean isMbox(String head) {
        int end = head.indexOf('\n');
        if (!head.startsWith("From ") || end < 0) {
            return false;
        }
        int next = head.indexOf('\n', end + 1);
        String second = head.substring(end + 1, next < 0 ? head.length() : next).stripTrailing();
        return isSeparator(head.substring(0, end).stripTrailing())
                && FIELD.matcher(second).matches();
    }

    private static boolean isSeparator(String line) {
        return line.length() <= MAX_SEPARATOR && SEPARATOR.matcher(line).matches();
    }

    @Override
    public Optional<Part> next() throws IOException {
        while (!over) {
            if (!lines.next()) {
                if (isDoubted() && length.place() != ClaimedLength.Place.END) {
                    return Optional.of(split());
                }
                over = true;
                return mail.isEmpty() ? Optional.empty() : Optional.of(take());
            }
            Optional<Part> part = line();
            if (part.isPresent()) {
                return part;
            }
            if (isDoubted() && separator == null && length.place() == ClaimedLength.Place.UNKNOWN) {
                return Optional.of(split());
            }
        }
        return Optional.empty();
    }

    /** Takes a line; returns the mail that ends before it. */
    private Optional<Part> line() {
        if (isDoubted()) {
            lines.appendTo(doubted, 0);
        }
        byte[] before = separator;
        separator = null;
        if (before == null) {
            text();
            return Optional.empty();
        }
        if (!FIELD.matcher(lines.text(MAX_SEPARATOR)).matches()) {
            mail.add(before, 0, before.length);
            text();
            return Optional.empty();
        }
        if (place == ClaimedLength.Place.INSIDE) {
            doubt(before);
            return Optional.empty();
        }
        Optional<Part> ended = mail.isEmpty() ? Optional.empty() : Optional.of(take());
        length.begin(!lines.isReread());
        add();
        return ended;
    }

    /** Keeps a separator in the mail whose claimed length includes it. */
    private void doubt(byte[] begin) {
        if (!isDoubted()) {
            sure = mail.size();
            doubted.add(begin, 0, begin.length);
            lines.appendTo(doubted, 0);
        }
        mail.add(begin, 0, begin.length);
        add();
    }

    private boolean isDoubted() {
        return !doubted.isEmpty();
    }

    /** Ends the mail at the first separator within it, since its length was wrong, and reads on from there. */
    private Part split() {
        lines.unread(doubted.bytes());
        mail.cut(sure);
        Part part = take();
        length.begin(false);
        separator = null;
        blank = true;
        return part;
    }

    private void text() {
        boolean mayBegin = blank || length.place() == ClaimedLength.Place.END;
        if (mayBegin && lines.begins() && lines.startsWith(FROM) && isSeparator(lines.text(MAX_SEPARATOR + 1))) {
            separator = lines.bytes();
            place = length.place();
            blank = false;
            length.pass(lines);
            return;
        }
        add();
    }

    private void add() {
        length.pass(lines);
        blank = lines.isBlank();
        lines.appendTo(mail, lines.begins() && isQuotedFrom() ? 1 : 0);
    }

    private boolean isQuotedFrom() {
        int at = 0;
        while (at < lines.length() && lines.at(at) == '>') {
            at++;
        }
        if (at == 0 || lines.length() - at < FROM.length) {
            return false;
        }
        for (int i = 0; i < FROM.length; i++) {
            if (lines.at(at + i) != FROM[i]) {
                return false;
            }
        }
        return true;
    }

    private Part take() {
        String name = "mail " + ++number;
        Part part = mail.isOver()
                ? new Part.Broken(name, Problem.TOO_LARGE, mail.offered() + " bytes, at most " + MAX_PART + " are read")
                : new Part.Document(name + ".eml", mail.bytes(), "message/rfc822");
        mail.clear();
        doubted.clear();
        return part;
    }
}
