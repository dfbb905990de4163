package app.lede.edit;

/**
 * Elements of one list that were replaced by elements of another; both ranges are half open, and one may be empty.
 *
 * @param from first element of the earlier list
 * @param to end in the earlier list
 * @param newFrom first element of the later list
 * @param newTo end in the later list
 */
record Hunk(int from, int to, int newFrom, int newTo) {

    /** Returns the smallest hunk that covers both. */
    Hunk join(Hunk other) {
        return new Hunk(
                Math.min(from, other.from),
                Math.max(to, other.to),
                Math.min(newFrom, other.newFrom),
                Math.max(newTo, other.newTo));
    }
}
