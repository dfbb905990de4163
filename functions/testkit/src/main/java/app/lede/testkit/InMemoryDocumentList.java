package app.lede.testkit;

import app.lede.document.DocumentList;
import app.lede.document.ObjectCreated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists documents that are kept in memory. Thread safe. */
public final class InMemoryDocumentList implements DocumentList {

    private final InMemoryDocuments documents;

    public InMemoryDocumentList(InMemoryDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Page after(@Nullable String key, int limit) {
        List<String> keys = documents.keys().stream()
                .filter(candidate -> key == null || candidate.compareTo(key) > 0)
                .limit(limit + 1L)
                .toList();
        List<ObjectCreated> objects = keys.stream()
                .limit(limit)
                .map(documents::announced)
                .map(InMemoryDocumentList::asListed)
                .toList();
        return new Page(objects, keys.size() > limit ? objects.getLast().key() : null);
    }

    private static ObjectCreated asListed(ObjectCreated object) {
        return new ObjectCreated(object.key(), object.size(), object.etag(), null, "", object.at());
    }
}
