package app.lede.pipeline;

import app.lede.document.DocumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the deletion of a collection.
 *
 * @param document the collection
 * @param after number of the part after which the job begins; before it those of the collections that the part lies in; null for the
 *     first part
 */
public record DeletionJob(DocumentId document, @Nullable List<Integer> after) {

    /** Returns the job that begins at the first part. */
    public static DeletionJob of(DocumentId document) {
        return new DeletionJob(document, null);
    }
}
