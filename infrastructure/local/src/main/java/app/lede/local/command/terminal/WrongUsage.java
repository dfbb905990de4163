package app.lede.local.command.terminal;

/** Thrown for a wrong command line; the message says what is wrong and how to correct it. */
public final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUsage(String message) {
        super(message);
    }
}
