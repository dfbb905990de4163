package app.lede.local.wiring;

/** Thrown if a function throws or times out; the caller retries or reports its input. */
public final class InvocationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean timedOut;

    InvocationFailed(String message, boolean timedOut, Throwable cause) {
        super(message, cause);
        this.timedOut = timedOut;
    }

    /** Tests whether the function exceeded its timeout. */
    public boolean timedOut() {
        return timedOut;
    }
}
