package app.lede.collection;

import app.lede.document.Reading.Problem;
import app.lede.text.LowerCase;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/** Streams the objects of a file with one JSON object a line (JSON Lines, NDJSON). Not thread safe. */
final class JsonLineParts implements Parts {

    private static final Pattern TWO_LINES =
            Pattern.compile("(?:\u00ef\u00bb\u00bf)?\\s*\\{[^\\r\\n]*\\}[ \\t]*\\r?\\n\\s*\\{");

    private static final Pattern FIRST = Pattern.compile("(?:\u00ef\u00bb\u00bf)?\\s*\\{\\s*\"");

    private static final Pattern NAME = Pattern.compile(".*\\.(?:jsonl|ndjson|jl|jsonlines)");

    private final ByteLines lines;
    private final Growing line = new Growing();
    private int number;

    JsonLineParts(InputStream in) {
        this.lines = new ByteLines(in);
    }

    /** Tests for two objects on lines of their own, or for one and the name of such a file. */
    static boolean isOne(String head, String name) {
        return TWO_LINES.matcher(head).lookingAt()
                || (NAME.matcher(LowerCase.of(name)).matches()
                        && FIRST.matcher(head).lookingAt());
    }

    @Override
    public Optional<Part> next() throws IOException {
        while (lines.next()) {
            Optional<Part> part = piece();
            if (part.isPresent()) {
                return part;
            }
        }
        return line.isEmpty() ? Optional.empty() : take();
    }

    /** Takes a piece of a line; one that is whole, as most are, is copied once. */
    private Optional<Part> piece() {
        if (lines.begins() && lines.ends()) {
            number++;
            return object(lines.bytes());
        }
        lines.appendTo(line, 0);
        return lines.ends() ? take() : Optional.empty();
    }

    /** Ends a line that came in pieces. */
    private Optional<Part> take() {
        number++;
        try {
            return line.isOver()
                    ? Optional.of(new Part.Broken(
                            name(), Problem.TOO_LARGE, line.offered() + " bytes, at most " + MAX_PART + " are read"))
                    : object(line.bytes());
        } finally {
            line.clear();
        }
    }

    /** Returns the part that a line is; a line of white space is none. */
    private Optional<Part> object(byte[] bytes) {
        int start = start(bytes);
        if (start == bytes.length) {
            return Optional.empty();
        }
        return Optional.of(
                bytes[start] == '{'
                        ? new Part.Document(name(), bytes, "application/json")
                        : new Part.Broken(name(), Problem.UNREADABLE, "no JSON object"));
    }

    private String name() {
        return "line " + number;
    }

    /** Returns the place of the first character, behind white space and a byte order mark. */
    private static int start(byte[] bytes) {
        int at = bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb ? 3 : 0;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at;
    }
}
