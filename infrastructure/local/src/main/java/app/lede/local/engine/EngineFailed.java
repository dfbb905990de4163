package app.lede.local.engine;

/** An engine did not start. */
public final class EngineFailed extends Exception {
    private static final long serialVersionUID = 1L;

    EngineFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
