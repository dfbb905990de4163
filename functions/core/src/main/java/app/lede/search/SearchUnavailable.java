package app.lede.search;

import java.util.Objects;

/** Thrown when a search index cannot answer at present; the message says why and what helps. */
public final class SearchUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SearchUnavailable(String message) {
        super(message);
    }

    public SearchUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
