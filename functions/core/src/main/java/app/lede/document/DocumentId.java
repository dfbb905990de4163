package app.lede.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies one arrival of one object: a redelivered notification has the same id, another upload to the same key a
 * different one. Ids sort by arrival; their first eight characters are its day.
 *
 * @param value {@code yyyymmddThhmmssSSS-} and 26 characters of a hash
 */
public record DocumentId(String value) implements Comparable<DocumentId> {

    private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{9}-[a-z2-7]{26}");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    /** Rejects an invalid value with IllegalArgumentException; check external input with {@link #isValid}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DocumentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a document id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    /** Creates an id from an arrival time and the base32 hash of key, version and sequencer. */
    public static DocumentId of(Instant at, String identity) {
        return new DocumentId(TIME.format(at) + "-" + identity.substring(0, 26));
    }

    /** Finds the id at the start of the last name of a path, as in the keys of texts. */
    public static Optional<DocumentId> in(String path) {
        Matcher id = FORM.matcher(path.substring(path.lastIndexOf('/') + 1));
        return id.lookingAt() ? Optional.of(new DocumentId(id.group())) : Optional.empty();
    }

    /** Returns the time of arrival, to the millisecond. */
    public Instant at() {
        return TIME.parse(value.substring(0, value.indexOf('-')), Instant::from);
    }

    /** Returns the day as {@code yyyymmdd}. */
    public String day() {
        return value.substring(0, 8);
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
