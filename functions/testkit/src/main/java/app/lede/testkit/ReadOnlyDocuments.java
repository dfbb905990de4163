package app.lede.testkit;

import app.lede.document.DocumentStore;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves objects that are there by {@link #get} alone; nothing can be written, and there are no feed entries. */
@FunctionalInterface
public interface ReadOnlyDocuments extends DocumentStore {

    @Override
    default void put(String key, byte[] body, String contentType, FetchedFrom from) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    default boolean gone(String key, Instant at) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    default void putEntries(Map<String, byte[]> entries) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    default void putParts(List<PartObject> parts) {
        throw new UnsupportedOperationException("nothing is written here");
    }

    @Override
    default void discard(ObjectCreated announced) {
        throw new UnsupportedOperationException("nothing is deleted here");
    }

    @Override
    default Optional<byte[]> entry(String key) {
        return Optional.empty();
    }

    @Override
    default List<String> entries(String folder, int most) {
        return List.of();
    }
}
