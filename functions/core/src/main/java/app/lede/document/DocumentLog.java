package app.lede.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the outcomes of documents for the retention time. {@link #get} and {@link #parts} see every record written before
 * the call. Thread safe; an exception means storage out of reach.
 */
public interface DocumentLog {

    /** Most records that {@link #byKey} returns. */
    int MOST_OF_ONE_KEY = 20;

    /**
     * Writes if the document has no record yet, or one that {@link DocumentRecord#replaces gives way} to this.
     *
     * @return the record that stands afterwards: this one, or the one that outranks it
     */
    DocumentRecord record(DocumentRecord record);

    /**
     * Writes as {@link #record} does, but need not let {@link #byKey} find the record: that of the document of an article's current
     * revision, to which the article's item leads.
     */
    default DocumentRecord recordCurrent(DocumentRecord record) {
        return record(record);
    }

    /** Lets {@link #byKey} find a record that was or will be written as current, since another document takes its place. */
    default void noLongerCurrent(DocumentRecord record) {}

    Optional<DocumentRecord> get(DocumentId id);

    /** Returns the newest records of one object key, the newest first, at most {@link #MOST_OF_ONE_KEY}. */
    List<DocumentRecord> byKey(String key);

    /**
     * Returns the records of a collection's parts that have one, by place.
     *
     * @param after only those of greater places, 0 for all
     * @param limit at most so many, from 1 to 100
     */
    List<DocumentRecord> parts(DocumentId parent, int after, int limit);

    /** Counts the outcomes of a collection's parts. */
    Map<Outcome, Integer> outcomesOfParts(DocumentId parent);

    /**
     * Returns the newest records, the newest first.
     *
     * @param before only those whose id is smaller, null for the newest of all
     * @param limit at most so many, from 1 to 100
     */
    List<DocumentRecord> newest(@Nullable DocumentId before, int limit);
}
