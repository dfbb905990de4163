package app.lede.local.command;

/** Thrown when a stack cannot be started; the message gives the reason, the cause matters only for a bug. */
public final class StackNotStarted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackNotStarted(String reason, Exception cause) {
        super(reason, cause);
    }

    /** Tests whether this is a bug rather than something the user can correct. */
    public boolean isUnexpected() {
        return getCause() instanceof RuntimeException;
    }
}
