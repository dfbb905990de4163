package app.lede.local.wiring;

/** A function threw or ran out of time; what it had been given is to be tried again or reported. */
public final class InvocationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean timedOut;

    InvocationFailed(String message, boolean timedOut, Throwable cause) {
        super(message, cause);
        this.timedOut = timedOut;
    }

    /** Whether it was stopped for taking longer than its timeout. */
    public boolean timedOut() {
        return timedOut;
    }
}
