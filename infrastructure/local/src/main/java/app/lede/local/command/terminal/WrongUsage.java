package app.lede.local.command.terminal;

/** Thrown for an invalid command line; the message names the fault and its correction. */
public final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUsage(String message) {
        super(message);
    }
}
