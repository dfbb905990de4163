package app.lede.search.query;

/** Result of reading a query: the query, or the first place that cannot be understood. */
public sealed interface QueryReading {

    /** A query in the grammar. */
    record Understood(Query query) implements QueryReading {}

    /**
     * A query outside the grammar or its bounds.
     *
     * @param at position of the fault in code points, from 0; the length of the query where its end is the fault
     * @param message names the fault and how to mend it, for people
     */
    record Faulty(int at, String message) implements QueryReading {}
}
