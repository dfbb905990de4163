package app.lede.article;

import app.lede.hash.Digest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the content of an article: the hash of headline, authors, dates and text as extracted, before lines that the
 * site repeats are left out. Fetch times and identifiers are not part of it, so the same words seen again are the same
 * revision, and one document has one revision whatever its site's other pages say.
 *
 * @param value 52 characters of {@code [a-z2-7]}
 */
public record Revision(String value) implements Comparable<Revision> {

    private static final String SEPARATOR = "\u001f";

    public static Revision of(Metadata metadata, String text) {
        return new Revision(Digest.base32(String.join(
                SEPARATOR,
                Objects.toString(metadata.headline(), ""),
                String.join(SEPARATOR, metadata.authors()),
                dateOf(metadata.datePublished()),
                dateOf(metadata.dateModified()),
                text)));
    }

    private static String dateOf(@Nullable PublishedDate date) {
        return date == null ? "" : date.value();
    }

    @Override
    public int compareTo(Revision other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
