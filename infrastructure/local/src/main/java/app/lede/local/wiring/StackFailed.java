package app.lede.local.wiring;

/** The stack did not start; the message says why in words for whoever typed the command. */
public final class StackFailed extends Exception {
    private static final long serialVersionUID = 1L;

    StackFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
