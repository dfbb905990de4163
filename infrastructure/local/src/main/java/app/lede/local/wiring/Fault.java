package app.lede.local.wiring;

/**
 * Faults that chaos injects: those of a queue that delivers at least once, and the three of the AWS Fault Injection Service for
 * Lambda, with and without {@code preventExecution}.
 *
 * @see <a href="https://docs.aws.amazon.com/fis/latest/userguide/use-lambda-actions.html">AWS FIS: Lambda actions</a>
 */
public enum Fault {
    /** A message is delivered late, on its own. */
    LATE_MESSAGE("late message"),
    /** A message is delivered once more. */
    REPEATED_MESSAGE("repeated message"),
    /** A handled message or batch is delivered again. */
    UNACKNOWLEDGED("unacknowledged"),
    /** {@code invocation-add-delay}. */
    LATE_INVOCATION("late invocation"),
    /** {@code invocation-error} in place of the invocation. */
    ERROR_INSTEAD("error instead"),
    /** {@code invocation-error} after the function did its work. */
    ERROR_AFTERWARDS("error afterwards"),
    /** {@code invocation-http-integration-response} in place of the invocation. */
    ANSWER_INSTEAD("answer instead"),
    /** {@code invocation-http-integration-response} after the function did its work. */
    ANSWER_AFTERWARDS("answer afterwards");

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    public String label() {
        return label;
    }

    /** Returns the exception that the caller of the function sees. */
    static InvocationFailed injected(String function) {
        String message = function + " failed, by chaos";
        return new InvocationFailed(message, false, new IllegalStateException(message));
    }
}
