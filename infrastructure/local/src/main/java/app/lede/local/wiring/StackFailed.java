package app.lede.local.wiring;

/** Thrown if the stack does not start; the message gives the reason for users. */
public final class StackFailed extends Exception {
    private static final long serialVersionUID = 1L;

    StackFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
