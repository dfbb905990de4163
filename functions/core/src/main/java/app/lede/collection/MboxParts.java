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
 * followed by a field of a header; other lines that begin so are text. One {@code >} before {@code From } is taken off (mboxrd). Not
 * thread safe.
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
    private final Growing mail = new Growing();
    private @Nullable String separator;
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
        while (!over && lines.next()) {
            String before = separator;
            separator = null;
            if (before != null) {
                boolean begins = FIELD.matcher(lines.text(MAX_SEPARATOR)).matches();
                if (begins && !mail.isEmpty()) {
                    Part part = take();
                    add();
                    return Optional.of(part);
                }
                if (!begins) {
                    byte[] text = (before + "\n").getBytes(StandardCharsets.ISO_8859_1);
                    mail.add(text, 0, text.length);
                }
            }
            line();
        }
        boolean last = !over && !mail.isEmpty();
        over = true;
        return last ? Optional.of(take()) : Optional.empty();
    }

    private void line() {
        if (blank && lines.begins() && lines.startsWith(FROM) && isSeparator(lines.text(MAX_SEPARATOR + 1))) {
            separator = lines.text(MAX_SEPARATOR);
            blank = false;
            return;
        }
        add();
    }

    private void add() {
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
        return part;
    }
}
