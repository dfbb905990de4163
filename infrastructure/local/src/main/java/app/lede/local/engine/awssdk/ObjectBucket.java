package app.lede.local.engine.awssdk;

import app.lede.local.engine.awssdk.Shelf.Received;
import app.lede.local.engine.awssdk.Shelf.ShelvedObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** The objects of one bucket by key. Thread safe: a condition is judged and its write done in one step. */
final class ObjectBucket {
    private static final int LARGEST_PAGE = 1000;

    private final String name;
    private final NavigableMap<String, ShelvedObject> objects = new TreeMap<>(KeyOrder.UTF_8);

    ObjectBucket(String name, List<ShelvedObject> kept) {
        this.name = name;
        kept.forEach(object -> objects.put(object.head().key(), object));
    }

    /** An object with its bytes, unaffected by later writes; must be closed. */
    record Opened(ObjectHead head, InputStream content) {}

    synchronized boolean isEmpty() {
        return objects.isEmpty();
    }

    synchronized ObjectHead head(String key) {
        return present(key).head();
    }

    synchronized Opened open(String key) throws IOException {
        ShelvedObject object = present(key);
        return new Opened(object.head(), object.open());
    }

    private ShelvedObject present(String key) {
        ShelvedObject object = objects.get(key);
        if (object == null) {
            throw S3Exceptions.noSuchKey(name, key, "no such object");
        }
        return object;
    }

    private @Nullable ObjectHead headIfPresent(String key) {
        ShelvedObject object = objects.get(key);
        return object == null ? null : object.head();
    }

    /** Writes an object whose bytes have arrived and are settled, if the conditions hold. */
    synchronized void put(String key, Received content, @Nullable String ifMatch, @Nullable String ifNoneMatch)
            throws IOException {
        Conditions.ofWrite(name, key, headIfPresent(key), ifMatch, ifNoneMatch);
        objects.put(key, content.place(name));
    }

    synchronized void delete(DeleteObjectRequest request) throws IOException {
        Conditions.ofDelete(headIfPresent(request.key()), request);
        ShelvedObject removed = objects.remove(request.key());
        if (removed != null) {
            removed.remove();
        }
    }

    /** Returns one page; the next page's token is the last key or common prefix of this one. */
    synchronized ListObjectsV2Response list(ListObjectsV2Request request) {
        String prefix = request.prefix() == null ? "" : request.prefix();
        String token = request.continuationToken();
        String after = token == null ? request.startAfter() : token;
        int most = request.maxKeys() == null ? LARGEST_PAGE : Math.min(LARGEST_PAGE, request.maxKeys());
        List<S3Object> contents = new ArrayList<>();
        Set<String> prefixes = new LinkedHashSet<>();
        String last = null;
        for (ShelvedObject object : from(prefix, after).values()) {
            ObjectHead head = object.head();
            if (!head.key().startsWith(prefix)) {
                break;
            }
            String common = commonPrefix(head.key(), prefix, request.delimiter());
            if (common != null && (common.equals(after) || prefixes.contains(common))) {
                continue;
            }
            if (contents.size() + prefixes.size() == most) {
                return page(contents, prefixes, most == 0 ? null : last);
            }
            last = common == null ? head.key() : common;
            if (common == null) {
                contents.add(entry(head));
            } else {
                prefixes.add(common);
            }
        }
        return page(contents, prefixes, null);
    }

    private NavigableMap<String, ShelvedObject> from(String prefix, @Nullable String after) {
        return after == null || KeyOrder.UTF_8.compare(after, prefix) < 0
                ? objects.tailMap(prefix, true)
                : objects.tailMap(after, false);
    }

    private static @Nullable String commonPrefix(String key, String prefix, @Nullable String delimiter) {
        if (delimiter == null || delimiter.isEmpty()) {
            return null;
        }
        int end = key.indexOf(delimiter, prefix.length());
        return end < 0 ? null : key.substring(0, end + delimiter.length());
    }

    private static S3Object entry(ObjectHead head) {
        return SdkResponses.objectEntry(
                head.key(), head.quotedETag(), head.lastModified(), head.size(), StorageClass.STANDARD);
    }

    private static ListObjectsV2Response page(
            List<S3Object> contents, Set<String> prefixes, @Nullable String nextToken) {
        List<CommonPrefix> common =
                prefixes.stream().map(SdkResponses::commonPrefix).toList();
        return SdkResponses.objectsPage(contents, common, nextToken);
    }
}
