package app.lede.article;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which of two documents of one article speaks for it: what was fetched from its URL before what somebody uploaded in its
 * name, and then the later one.
 *
 * <p>The encoded form sorts as the record does, so that a database can compare it as a string.
 *
 * @param at when the document was fetched, or its upload was announced
 */
public record Precedence(Origin origin, Instant at) implements Comparable<Precedence> {

    private static final Comparator<Precedence> ORDER =
            Comparator.comparing(Precedence::origin).thenComparing(Precedence::at);

    /** In ascending precedence. */
    public enum Origin {
        UPLOAD('0'),
        WEB('1');

        private final char code;

        Origin(char code) {
            this.code = code;
        }
    }

    public String encoded() {
        return origin.code + "#" + Times.sortable(at);
    }

    public static Precedence decoded(String encoded) {
        Origin origin = encoded.charAt(0) == Origin.WEB.code ? Origin.WEB : Origin.UPLOAD;
        return new Precedence(origin, Instant.parse(encoded.substring(encoded.indexOf('#') + 1)));
    }

    @Override
    public int compareTo(Precedence other) {
        return ORDER.compare(this, other);
    }
}
