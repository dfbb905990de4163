package app.lede.reprocess;

/** Outcome of one call for a run. */
public enum ReprocessEnd {
    /** Every article was examined. */
    COMPLETE("complete"),
    /** The articles of this minute are done, or time was over; a message to go on was sent. */
    CONTINUED("continued"),
    /** Another call does the same work. */
    OVERTAKEN("overtaken"),
    /** There is no such run, or it has expired. */
    UNKNOWN("unknown");

    private final String label;

    ReprocessEnd(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
