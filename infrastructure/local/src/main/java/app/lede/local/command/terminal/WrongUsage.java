package app.lede.local.command.terminal;

/** The command can't be carried out as it was given; the message says what is wrong and how to say it right. */
public final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUsage(String message) {
        super(message);
    }
}
