package app.lede.local.command.journey;

/** The library answered a request in a way that leaves its client no way on; the message has the request and the answer. */
public final class LibraryFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LibraryFailed(String message) {
        super(message);
    }

    LibraryFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
