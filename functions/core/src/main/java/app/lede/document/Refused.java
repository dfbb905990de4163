package app.lede.document;

import static java.util.Objects.requireNonNull;

import app.lede.document.Reading.Problem;
import app.lede.document.Reading.Unreadable;
import java.io.IOException;

/**
 * Ends the reading of a document from deep within it, where it is broken, locked or larger than its limits. Never leaves
 * {@link DocumentReader}, whose answer is a value.
 */
public final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;

    /** Says in the detail what was seen, for people. */
    public Refused(Problem problem, String detail) {
        super(detail);
        this.problem = requireNonNull(problem, "problem");
        this.detail = detail;
    }

    Unreadable reading() {
        return new Unreadable(problem, detail);
    }
}
