package app.lede.document;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Describes where a part stood in its collection.
 *
 * @param name for people, and for the type by its extension: a path in an archive, or "mail 7"; at most {@value #MAX_NAME}
 *     characters
 * @param depth number of collections around it, from 1
 * @param at when it was fetched or sent, as its collection says; null where it doesn't
 */
public record PartOrigin(String name, int depth, @Nullable Instant at) {

    /** Longest name; encoded it fits the 2 KB of an object's metadata. */
    public static final int MAX_NAME = 120;

    /** Deepest nesting of collections that are taken apart. */
    public static final int MAX_DEPTH = 3;

    public PartOrigin {
        requireNonNull(name, "name");
        if (name.length() > MAX_NAME) {
            // The end has the extension.
            name = name.substring(name.length() - MAX_NAME);
        }
    }
}
