package app.lede.reprocess;

import app.lede.document.DocumentStore;
import app.lede.document.Erasure;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads documents, and writes and deletes none. Thread safe. */
record ShadowDocuments(DocumentStore documents) implements DocumentStore, Erasure {

    @Override
    public Found get(ObjectCreated announced) {
        return documents.get(announced);
    }

    @Override
    public Optional<byte[]> entry(String key) {
        return documents.entry(key);
    }

    @Override
    public List<String> entries(String folder, int most) {
        return documents.entries(folder, most);
    }

    @Override
    public void put(String key, byte[] body, String contentType, FetchedFrom from) {}

    @Override
    public boolean gone(String key, Instant at) {
        return false;
    }

    @Override
    public void putEntries(Map<String, byte[]> entries) {}

    @Override
    public void putParts(List<PartObject> parts) {}

    @Override
    public void discard(ObjectCreated announced) {}

    @Override
    public void delete(String key, @Nullable String versionId) {}

    @Override
    public void deleteAll(String folder) {}
}
