package app.lede.source;

import app.lede.hash.Digest;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Identifies a source by the hash of the canonical form of the address it was added under, so that adding it twice adds
 * it once.
 *
 * @param value 52 characters of {@code [a-z2-7]}
 */
public record SourceId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{52}");

    /** Rejects an invalid value with IllegalArgumentException; check external input with {@link #isValid}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SourceId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a source id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static SourceId ofUrl(String canonicalUrl) {
        return new SourceId(Digest.base32(canonicalUrl));
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
