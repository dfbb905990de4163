package app.lede.local.command;

/** There is no stack to work with; the message says why, the cause is worth printing where it is a bug. */
public final class StackNotStarted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StackNotStarted(String reason, Exception cause) {
        super(reason, cause);
    }

    /** Whether this is a bug rather than something the person can put right. */
    public boolean isUnexpected() {
        return getCause() instanceof RuntimeException;
    }
}
