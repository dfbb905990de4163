package app.lede.export;

/** Outcome of one call for an export. */
public sealed interface ExportEnd {

    /** All files and the manifest are written. */
    record Complete(long articles) implements ExportEnd {}

    /** Time was over; a message to go on was sent. */
    record Continued(long articles) implements ExportEnd {}

    /** The export was cancelled; its files are deleted. */
    record Cancelled() implements ExportEnd {}

    /** Another call does the same work. */
    record Overtaken() implements ExportEnd {}

    /** There is no such export, or it has expired. */
    record Unknown() implements ExportEnd {}

    /** Returns the outcome for the log. */
    default String label() {
        return switch (this) {
            case Complete ignored -> "complete";
            case Continued ignored -> "continued";
            case Cancelled ignored -> "cancelled";
            case Overtaken ignored -> "overtaken";
            case Unknown ignored -> "unknown";
        };
    }
}
