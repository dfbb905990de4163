package app.lede.abstractive;

import java.util.Optional;

/** Counts outcomes and costs of model summaries. Thread safe. */
@FunctionalInterface
public interface CallLog {

    /** Counts nothing. */
    CallLog NONE = ended -> {};

    /** Counts one article. */
    void ended(Ended ended);

    /**
     * One article's end.
     *
     * @param reason empty for a summary that is shown
     * @param detail what the text does not support; mostly empty
     * @param usage tokens charged, {@link Usage#NONE} where nobody was asked or the answer was kept
     * @param cost in millionths of a dollar
     * @param budgetShare share of the month's budget that is spent or reserved, in percent; -1 where nobody was asked
     */
    record Ended(Optional<Reason> reason, String detail, Usage usage, long cost, long budgetShare) {

        /** Spells the outcome as in metrics: {@code shown} or the reason's label. */
        public String outcome() {
            return reason.map(Reason::label).orElse("shown");
        }
    }
}
