package app.lede.article;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The state in which an article was seen, and the observation it was concluded from.
 *
 * @param reason for people, null where the article is open
 */
public record AccessFinding(Access access, @Nullable String reason) {

    /** The article is open. */
    public static final AccessFinding OPEN = new AccessFinding(Access.OPEN, null);

    public AccessFinding {
        requireNonNull(access, "access");
    }
}
