package app.lede.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the objects of the documents bucket. Thread safe; an exception means storage out of reach. */
public interface DocumentList {

    /**
     * Returns the objects whose keys follow one, in the order of keys.
     *
     * @param key where the last page ended, null for the first page
     * @param limit at most so many, from 1 to 1000
     */
    Page after(@Nullable String key, int limit);

    /**
     * One page of objects.
     *
     * @param objects announced as they stand: without version and sequencer, dated by when they were last written
     * @param last where the next page begins, null after the last page
     */
    record Page(List<ObjectCreated> objects, @Nullable String last) {
        public Page {
            objects = List.copyOf(objects);
        }
    }
}
