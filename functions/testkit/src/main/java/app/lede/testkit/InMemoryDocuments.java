package app.lede.testkit;

import app.lede.document.DocumentReader;
import app.lede.document.DocumentStore;
import app.lede.document.Erasure;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectContent;
import app.lede.document.ObjectCreated;
import app.lede.document.UploadClaims;
import app.lede.hash.Digest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Keeps raw objects in a map, as in a bucket that keeps no versions. Thread safe. */
public final class InMemoryDocuments implements DocumentStore, Erasure {

    private static final Instant EPOCH = Instant.parse("2026-01-02T03:04:05.123Z");

    private final Map<String, Stored> objects = new HashMap<>();
    private final Map<String, byte[]> entries = new HashMap<>();
    private long written;

    private record Stored(
            byte[] body,
            @Nullable String contentType,
            @Nullable FetchedFrom from,
            UploadClaims claims,
            ObjectCreated announced) {}

    @Override
    public synchronized void put(String key, byte[] body, String contentType, FetchedFrom from) {
        Stored standing = objects.get(key);
        if (standing == null || !Objects.equals(standing.from(), from)) {
            store(key, body, contentType, from);
        }
    }

    @Override
    public synchronized boolean gone(String key, Instant at) {
        Stored standing = objects.get(key);
        if (standing == null || standing.from() == null) {
            return false;
        }
        store(key, standing.body(), standing.contentType(), standing.from().goneAt(at));
        return true;
    }

    @Override
    public synchronized void putEntries(Map<String, byte[]> contents) {
        contents.forEach((key, content) -> entries.put(key, content.clone()));
    }

    @Override
    public synchronized void putParts(List<PartObject> parts) {
        for (PartObject part : parts) {
            if (!objects.containsKey(part.key().key())) {
                store(part.key().key(), part.body(), part.contentType(), null, part.claims());
            }
        }
    }

    @Override
    public synchronized Optional<byte[]> entry(String key) {
        return Optional.ofNullable(entries.get(key)).map(byte[]::clone);
    }

    @Override
    public synchronized List<String> entries(String folder, int most) {
        return entries.keySet().stream()
                .filter(key -> key.startsWith(folder))
                .sorted()
                .limit(most)
                .toList();
    }

    /** Uploads an object, replacing any earlier one. */
    public synchronized ObjectCreated upload(String key, byte[] body, @Nullable String contentType) {
        return store(key, body, contentType, null).announced();
    }

    private Stored store(String key, byte[] body, @Nullable String contentType, @Nullable FetchedFrom from) {
        return store(key, body, contentType, from, UploadClaims.NONE);
    }

    private Stored store(
            String key, byte[] body, @Nullable String contentType, @Nullable FetchedFrom from, UploadClaims claims) {
        written++;
        ObjectCreated announced = new ObjectCreated(
                key,
                body.length,
                Digest.hex(body).substring(0, 32),
                null,
                String.format(Locale.ROOT, "%016X", written),
                EPOCH.plusMillis(written));
        Stored stored = new Stored(body.clone(), contentType, announced.isFetched() ? from : null, claims, announced);
        objects.put(key, stored);
        return stored;
    }

    @Override
    public synchronized Found get(ObjectCreated announced) {
        Stored stored = objects.get(announced.key());
        if (stored == null || !stored.announced().etag().equals(announced.etag())) {
            return new Found.Replaced();
        }
        if (stored.body().length > DocumentReader.MAX_BYTES) {
            return new Found.Large(ObjectContent.of(stored.body()), stored.contentType(), stored.claims());
        }
        return new Found.Bytes(stored.body().clone(), stored.contentType(), stored.from(), stored.claims());
    }

    @Override
    public synchronized void discard(ObjectCreated announced) {
        objects.remove(announced.key());
    }

    @Override
    public synchronized void delete(String key, @Nullable String versionId) {
        objects.remove(key);
        entries.remove(key);
    }

    @Override
    public synchronized void deleteAll(String folder) {
        objects.keySet().removeIf(key -> key.startsWith(folder));
        entries.keySet().removeIf(key -> key.startsWith(folder));
    }

    public synchronized void delete(String key) {
        objects.remove(key);
    }

    public synchronized SortedSet<String> keys() {
        return new TreeSet<>(objects.keySet());
    }

    /** Returns the keys of feeds' entries and of kept pages. */
    public synchronized SortedSet<String> entryKeys() {
        return new TreeSet<>(entries.keySet());
    }

    /** Returns the announcement of the current object at a key. */
    public synchronized ObjectCreated announced(String key) {
        Stored stored = objects.get(key);
        if (stored == null) {
            throw new IllegalArgumentException("nothing stands under " + key);
        }
        return stored.announced();
    }
}
