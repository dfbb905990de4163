package app.lede.local.command.terminal;

/** Exit codes of the command. */
public enum ExitCode {
    /** Every input got its line or a named outcome; an error line or a refusal is an outcome. */
    COMPLETE(0),
    /** At least one input got no outcome. */
    LOST(1),
    /** The command line was wrong; nothing was done. */
    WRONG_USAGE(2),
    /** The stack did not start. */
    NO_STACK(3);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }
}
