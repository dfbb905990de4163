package app.lede.document;

import app.lede.hash.Digest;
import java.util.Locale;
import java.util.Optional;

/**
 * Names a part of a collection: the document that holds it, and its place there. Its object key and its document id follow from
 * these two, so that a collection taken apart again yields the same documents.
 *
 * @param parent the document that holds the part
 * @param number the part's place, from 1
 */
public record PartKey(DocumentId parent, int number) {

    /** Prefix of the keys of parts. */
    public static final String PREFIX = "unpacked/";

    /** Most digits of a place; keys sort by place. */
    private static final int DIGITS = 6;

    public PartKey {
        if (number < 1) {
            throw new IllegalArgumentException("parts count from 1: " + number);
        }
    }

    /** Parses the key of a part, {@code unpacked/<document id>/<place>}; empty for any other key. */
    public static Optional<PartKey> of(String key) {
        int end = key.indexOf('/', PREFIX.length());
        if (!key.startsWith(PREFIX) || end < 0) {
            return Optional.empty();
        }
        String parent = key.substring(PREFIX.length(), end);
        String place = key.substring(end + 1);
        boolean isPlace = place.length() == DIGITS && place.chars().allMatch(c -> c >= '0' && c <= '9');
        return isPlace && DocumentId.isValid(parent) && Integer.parseInt(place) > 0
                ? Optional.of(new PartKey(new DocumentId(parent), Integer.parseInt(place)))
                : Optional.empty();
    }

    /** Returns the key of the part's object. */
    public String key() {
        return PREFIX + parent + '/' + place();
    }

    /** Returns the place with leading zeros. */
    public String place() {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number);
    }

    /** Returns the part's document id, which carries the arrival time of the document that holds it. */
    public DocumentId documentId() {
        return DocumentId.of(parent.at(), Digest.base32(key()));
    }
}
