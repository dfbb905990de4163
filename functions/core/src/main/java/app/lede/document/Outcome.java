package app.lede.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** Final or current state of a document. */
public enum Outcome {
    /** Became a new article, or a new revision of one. */
    STORED,
    /** Duplicates a revision that the library holds. */
    UNCHANGED,
    /** Ranks below a document of the same article, or another object has taken its place under its key. */
    SUPERSEDED,
    /** Was a collection; each of its parts became a document. */
    UNPACKED,
    /** No bytes, or no article text. */
    EMPTY,
    /** Exceeds a bound on size. */
    TOO_LARGE,
    /** Took longer than one document may. */
    TOO_SLOW,
    /** Is of a known type, but broken. */
    UNREADABLE,
    /** Compressed data that cannot be inflated. */
    ENCODING,
    /** Password-protected, or encrypted for another reader. */
    ENCRYPTED,
    /** Consists of pictures of text. */
    NO_TEXT,
    /** Is of no type that Lede reads. */
    UNKNOWN_TYPE,
    /**
     * Was not given by the publisher's server, and the feed had no words of its own. Or is a mail of a paused or unlisted sender,
     * or one that Amazon SES takes for spam or a virus.
     */
    REFUSED,
    /** Was not asked for by the fetch guard: a private address, another scheme or port, a redirect to one. */
    BLOCKED,
    /** Was not asked for because of the site's robots.txt, and the feed had no words of its own. */
    DISALLOWED,
    /** Is a folder marker. */
    FOLDER,
    /** Is the message that Amazon S3 sends on connecting a bucket. */
    TEST_EVENT,
    /** Was deleted, or belongs to an article that was. Final. */
    DELETED,
    /** Has not reached its outcome yet; an outcome replaces this. */
    WAITING,
    /** An attempt failed; it is retried, and a later outcome replaces this one. */
    FAILED;

    /** Tests whether only a later parser or a deletion may replace this outcome. */
    public boolean isSettled() {
        return this != WAITING && this != FAILED;
    }

    /** Spells the outcome as in the API and in logs, for example {@code too-large}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Outcome> ofLabel(String label) {
        for (Outcome outcome : values()) {
            if (outcome.label().equals(label)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
