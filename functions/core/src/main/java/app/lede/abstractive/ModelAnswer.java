package app.lede.abstractive;

/** Result of one call of a model. */
public sealed interface ModelAnswer {

    /** The model answered in full. */
    record Answered(String text, Usage usage) implements ModelAnswer {}

    /** The model answered, but its answer is of no use; the call is charged. */
    record Useless(Reason reason, Usage usage) implements ModelAnswer {}

    /** The call failed before the model answered; it is not charged. */
    record Unpaid(Reason reason) implements ModelAnswer {}

    /** The call failed and may be charged: its answer did not arrive in time. */
    record Lost(Reason reason) implements ModelAnswer {}
}
