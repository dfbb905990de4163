package app.lede.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploader's statements about a document. Kept as a claim: a page that was fetched at the address outranks it.
 *
 * @param sourceId of the source that the article is listed under; null for none
 * @param url the address at which the document was published; null where not told
 * @param tags the uploader's own labels, in the given order
 * @param part where it stood in the collection that was uploaded; null for a document of its own
 */
public record UploadClaims(
        @Nullable String sourceId,
        @Nullable String url,
        List<String> tags,
        @Nullable PartOrigin part) {

    /** An upload without claims. */
    public static final UploadClaims NONE = new UploadClaims(null, null, List.of());

    public UploadClaims {
        tags = List.copyOf(tags);
    }

    /** Creates the claims of a document of its own. */
    public UploadClaims(@Nullable String sourceId, @Nullable String url, List<String> tags) {
        this(sourceId, url, tags, null);
    }

    /** Returns the claims of a part: the collection's source and tags, and the address that the collection gives the part. */
    public UploadClaims ofPart(@Nullable String partUrl, PartOrigin origin) {
        return new UploadClaims(sourceId, partUrl, tags, origin);
    }

    /** Returns the claims with this source. */
    public UploadClaims ofSource(String source) {
        return new UploadClaims(source, url, tags, part);
    }

    /** Returns the number of collections around this document. */
    public int depth() {
        return part == null ? 0 : part.depth();
    }
}
