package app.lede.abstractive;

import org.jspecify.annotations.Nullable;

/**
 * Stored result of a paid call: the answer, or why there is none.
 *
 * @param text null where {@code reason} is not
 */
public record StoredAnswer(@Nullable String text, @Nullable Reason reason) {

    public StoredAnswer {
        if ((text == null) == (reason == null)) {
            throw new IllegalArgumentException("either an answer or a reason");
        }
    }

    /** Keeps an answer. */
    public static StoredAnswer of(String text) {
        return new StoredAnswer(text, null);
    }

    /** Keeps a failure. */
    public static StoredAnswer of(Reason reason) {
        return new StoredAnswer(null, reason);
    }
}
