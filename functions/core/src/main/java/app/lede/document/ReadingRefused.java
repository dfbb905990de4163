package app.lede.document;

import static java.util.Objects.requireNonNull;

import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import java.io.IOException;

/**
 * Aborts the reading of a document that is broken, locked or over a limit. Caught by {@link DocumentReader}, which
 * returns a value.
 */
public final class ReadingRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;

    /** Creates the exception; {@code detail} describes the cause. */
    public ReadingRefused(Problem problem, String detail) {
        super(detail);
        this.problem = requireNonNull(problem, "problem");
        this.detail = detail;
    }

    /** Returns the reason. */
    public Problem problem() {
        return problem;
    }

    Unreadable reading() {
        return new Unreadable(problem, detail);
    }
}
