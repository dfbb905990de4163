package app.lede.abstractive;

/** Tokens that a call was charged for. */
public record Usage(long input, long output) {

    /** A call that was not charged. */
    public static final Usage NONE = new Usage(0, 0);

    public Usage {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException(input + " and " + output + " tokens");
        }
    }
}
