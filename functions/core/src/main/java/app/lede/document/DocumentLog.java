package app.lede.document;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcomes of documents, kept for the retention time. Thread safe. */
public interface DocumentLog {

    /** Keeps the first outcome of a document; only {@link Outcome#FAILED} gives way to another. */
    void record(DocumentRecord record);

    Optional<DocumentRecord> get(DocumentId id);

    /**
     * The newest first.
     *
     * @param before only those whose id is smaller, null for the newest of all
     * @param limit at most so many, from 1 to 100
     */
    List<DocumentRecord> newest(@Nullable DocumentId before, int limit);
}
