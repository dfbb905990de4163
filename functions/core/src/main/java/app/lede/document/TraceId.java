package app.lede.document;

import app.lede.hash.Digest;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifies one poll or push in the log lines of all functions that work on what it found. It follows from the source, and from the
 * planned time of a poll or the body of a push, so a repeated message has the same trace. Travels in jobs, in the metadata of objects under {@code web/} and with texts of
 * the library, which only functions write; none is taken from a request or an upload.
 *
 * @param value 20 characters of {@code [a-z2-7]}
 */
public record TraceId(String value) {

    private static final int LENGTH = 20;
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{20}");

    /** Rejects an invalid value with IllegalArgumentException. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TraceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a trace id: " + value);
        }
    }

    /** Returns the trace of a source's poll that was planned for a time. */
    public static TraceId of(String sourceId, Instant planned) {
        return of(sourceId + " " + planned);
    }

    /** Returns the trace of a push to a source. */
    public static TraceId ofPush(String sourceId, byte[] body) {
        return of(sourceId + " " + Digest.base32(body));
    }

    private static TraceId of(String text) {
        return new TraceId(Digest.base32(text).substring(0, LENGTH));
    }

    /** Reads a stored trace; empty where there is none, or another word. */
    public static Optional<TraceId> read(@Nullable String stored) {
        return Optional.ofNullable(stored)
                .filter(value -> FORM.matcher(value).matches())
                .map(TraceId::new);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
