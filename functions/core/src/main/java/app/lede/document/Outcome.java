package app.lede.document;

import java.util.Locale;
import java.util.Optional;

/** The one named end that every document comes to. */
public enum Outcome {
    /** A new article, or a new revision of one. */
    STORED,
    /** Says what an article in the library says already. */
    UNCHANGED,
    /** A later document of the same article, or another object under the same key, was there first. */
    SUPERSEDED,
    /** Has no bytes, or no article text. */
    EMPTY,
    TOO_LARGE,
    /** Of a known type, but broken. */
    UNREADABLE,
    /** Locked with a password, or for somebody else. */
    ENCRYPTED,
    /** Pages that are pictures of text. */
    NO_TEXT,
    /** Of no type that Lede reads. */
    UNKNOWN_TYPE,
    /** The publisher's server would not give the page, and the feed had no words of its own. */
    REFUSED,
    /** The fetch guard would not ask: a private address, another scheme or port, a redirect to one. */
    BLOCKED,
    /** The site's robots.txt asks not to, or could not be had, and the feed had no words of its own. */
    DISALLOWED,
    /** A folder marker. */
    FOLDER,
    /** Amazon S3's own message on connecting a bucket. */
    TEST_EVENT,
    /** An attempt broke; it is tried again, and what succeeds later replaces this. */
    FAILED;

    /** As it stands in the API and in logs, for example {@code too-large}. */
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
