package app.lede.edit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * One difference between two revisions.
 *
 * @param before the passage of the earlier revision; empty where words were added
 * @param after the passage of the later revision; empty where words were removed
 * @param contains differences within these passages that are worth a type of their own
 */
public record Edit(Type type, Passage before, Passage after, List<Edit> contains) {

    /** The type of an edit. */
    public enum Type {
        /** The headline was replaced; offsets count within the headlines. */
        HEADLINE,
        /** A number was replaced by another. */
        NUMBER,
        /** A name was replaced by another. */
        NAME,
        /** Words within quotation marks were changed. */
        QUOTATION_ALTERED,
        /** Words within quotation marks are gone. */
        QUOTATION_REMOVED,
        /** A note of a correction was added or changed. */
        CORRECTION_NOTE,
        /** A paragraph was added. */
        PARAGRAPH_ADDED,
        /** A paragraph was cut. */
        PARAGRAPH_CUT,
        /** Any other change of words within a paragraph. */
        WORDING;

        /** Spells it as in the API, for example {@code quotation-altered}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Edit {
        requireNonNull(type, "type");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        contains = List.copyOf(contains);
    }
}
