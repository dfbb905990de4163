package app.lede.edit;

/** A half-open range of tokens. */
record Range(int from, int to) {

    /** Tests whether two ranges share a token, or an empty one stands within the other. */
    boolean meets(int otherFrom, int otherTo) {
        return otherFrom == otherTo ? from < otherFrom && otherTo < to : from < otherTo && otherFrom < to;
    }
}
