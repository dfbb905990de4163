package app.lede.collection;

import app.lede.document.Charsets;
import app.lede.document.Reading.Problem;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Streams the messages of a news agency's line (IPTC 7901, ANPA 1312): each begins with Start of Heading, has its text between Start
 * of Text and End of Text, and its time behind. Not thread safe.
 *
 * @see <a href="https://www.iptc.org/std/IPTC7901/1.0/specification/7901V4.pdf">IPTC 7901</a>
 */
final class WireMessageParts implements Parts {

    private static final int BUFFER = 64 * 1024;
    private static final int HEADING = 1;

    private static final Pattern BEGINNING =
            Pattern.compile("[\\x00\\x04\\x16\\s]{0,40}\\x01[^\\x01-\\x04]{3,400}\\x02[^\\x01\\x02]{20}");

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final Growing message = new Growing();
    private int at;
    private int limit;
    private boolean begun;
    private int number;

    WireMessageParts(InputStream in) {
        this.in = in;
    }

    /** Tests for a heading and a text at the beginning of a file. */
    static boolean isOne(String head) {
        return BEGINNING.matcher(head).lookingAt();
    }

    /** Tests for a second message with a text; a file of one is a document. */
    boolean areSeveral() throws IOException {
        int texts = 0;
        for (Optional<Part> part = next(); part.isPresent(); part = next()) {
            texts += part.get() instanceof Part.Document ? 1 : 0;
            if (texts == 2) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Part> next() throws IOException {
        while (at < limit || fill()) {
            int start = at;
            while (at < limit && buffer[at] != HEADING) {
                at++;
            }
            if (begun) {
                message.add(buffer, start, at - start);
            }
            if (at < limit) {
                at++;
                boolean ends = begun;
                begun = true;
                if (ends) {
                    return Optional.of(take());
                }
            }
        }
        boolean ends = begun;
        begun = false;
        return ends ? Optional.of(take()) : Optional.empty();
    }

    private Part take() {
        String name = "message " + ++number;
        try {
            if (message.isOver()) {
                return new Part.Broken(
                        name, Problem.TOO_LARGE, message.offered() + " bytes, at most " + MAX_PART + " are read");
            }
            byte[] bytes = message.bytes();
            String text = new String(bytes, Charsets.detect(bytes, null));
            int begin = text.indexOf('\u0002');
            if (begin < 0) {
                return new Part.Broken(name, Problem.UNREADABLE, "a message without a text");
            }
            ObjectNode article = WireMessage.article(text.substring(begin + 1));
            return article.path("articleBody").asText("").isBlank()
                    ? new Part.Broken(name, Problem.EMPTY, "a message without a text")
                    : new Part.Document(name, Json.bytes(article), "application/json");
        } finally {
            message.clear();
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        return limit > 0;
    }
}
