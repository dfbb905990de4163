package app.lede.local.engine.awssdk;

import app.lede.local.engine.awssdk.Shelf.Received;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;

/** The multipart uploads under way. They end with the process: a client whose upload is gone begins it again. Thread safe. */
final class Uploads {
    private static final int BAD_REQUEST = 400;

    private final Map<String, Upload> open = new ConcurrentHashMap<>();

    /** Bytes of a part and when they came. */
    private record Kept(Received bytes, Instant at) {
        String eTag() {
            return HexFormat.of().formatHex(bytes.md5());
        }
    }

    private record Upload(CreateMultipartUploadRequest request, Instant begun, NavigableMap<Integer, Kept> parts) {}

    /** The bytes of all parts in order. */
    record Joined(InputStream content, String eTag) {}

    MultipartUpload begin(CreateMultipartUploadRequest request) {
        String id = UUID.randomUUID().toString();
        open.put(id, new Upload(request, Instant.now(), new ConcurrentSkipListMap<>()));
        return new MultipartUpload(id, request);
    }

    private Upload get(String id) {
        return Optional.ofNullable(open.get(id)).orElseThrow(() -> NoSuchUploadException.builder()
                .message("no upload " + id)
                .statusCode(404)
                .build());
    }

    CreateMultipartUploadRequest request(String id) {
        return get(id).request();
    }

    /** Keeps a part instead of an earlier one of its number, and answers its ETag. */
    String keep(String id, int number, Received bytes) {
        Kept kept = new Kept(bytes, Instant.now());
        Kept before = get(id).parts().put(number, kept);
        if (before != null) {
            before.bytes().discard();
        }
        return '"' + kept.eTag() + '"';
    }

    List<Part> parts(String id) {
        List<Part> parts = new ArrayList<>();
        get(id).parts()
                .forEach((number, kept) ->
                        parts.add(SdkResponses.part(number, kept.bytes().size(), '"' + kept.eTag() + '"', kept.at())));
        return parts;
    }

    /** Joins the parts that the client names, in its order. */
    Joined join(String id, List<CompletedPart> named) throws IOException {
        Upload upload = get(id);
        MessageDigest md5 = Md5.digest();
        List<InputStream> streams = new ArrayList<>();
        for (CompletedPart part : named) {
            Kept kept = upload.parts().get(part.partNumber());
            if (kept == null) {
                throw S3Exceptions.fromStatusCode(BAD_REQUEST);
            }
            md5.update(kept.bytes().md5());
            streams.add(kept.bytes().open());
        }
        InputStream content = new SequenceInputStream(Collections.enumeration(streams));
        return new Joined(content, HexFormat.of().formatHex(md5.digest()) + "-" + named.size());
    }

    /** Ends an upload, completed or not. */
    void end(String id) {
        Upload upload = open.remove(id);
        if (upload != null) {
            upload.parts().values().forEach(kept -> kept.bytes().discard());
        }
    }

    List<software.amazon.awssdk.services.s3.model.MultipartUpload> of(String bucket) {
        return open.entrySet().stream()
                .filter(entry -> entry.getValue().request().bucket().equals(bucket))
                .map(entry -> SdkResponses.upload(
                        entry.getValue().request().key(),
                        entry.getKey(),
                        entry.getValue().begun()))
                .toList();
    }
}
