package app.lede.rights;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One statement of a publisher on usage rights, as it was found. Tokens that no reader knows are kept with the rest.
 *
 * @param where the place of the statement: {@code robots.txt}, {@code header}, {@code page}, {@code feed}, {@code status}, or the address of the
 *     file it stands in
 * @param value the statement without its field's name, at most {@value #MAX_VALUE} characters
 * @param at time of the fetch or the upload
 */
public record Evidence(Signal signal, String where, String value, Instant at) {

    /** Characters of a value. */
    public static final int MAX_VALUE = 500;

    private static final int MAX_WHERE = 300;

    public Evidence {
        requireNonNull(signal, "signal");
        requireNonNull(at, "at");
        where = cut(where.strip(), MAX_WHERE);
        value = cut(value.strip(), MAX_VALUE);
    }

    private static String cut(String text, int most) {
        int end = Math.min(most, text.length());
        boolean half = end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, half ? end - 1 : end);
    }
}
