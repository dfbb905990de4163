package app.lede.local.command.ingestion;

/** Thrown for an unexpected answer of the library; the message has the request and the answer. */
public final class LibraryFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LibraryFailed(String message) {
        super(message);
    }

    public LibraryFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
