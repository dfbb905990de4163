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
 * @param language in which its sender writes, for a document that doesn't say; null where not told
 */
public record UploadClaims(
        @Nullable String sourceId,
        @Nullable String url,
        List<String> tags,
        @Nullable PartOrigin part,
        @Nullable String language) {

    /** An upload without claims. */
    public static final UploadClaims NONE = new UploadClaims(null, null, List.of());

    public UploadClaims {
        tags = List.copyOf(tags);
    }

    /** Creates the claims of a document of its own. */
    public UploadClaims(@Nullable String sourceId, @Nullable String url, List<String> tags) {
        this(sourceId, url, tags, null);
    }

    /** Creates the claims of a document whose sender's language is not told. */
    public UploadClaims(@Nullable String sourceId, @Nullable String url, List<String> tags, @Nullable PartOrigin part) {
        this(sourceId, url, tags, part, null);
    }

    /** Returns the claims of a part: the collection's source and tags, and the address that the collection gives the part. */
    public UploadClaims ofPart(@Nullable String partUrl, PartOrigin origin) {
        return new UploadClaims(sourceId, partUrl, tags, origin);
    }

    /** Returns the claims with this source, and its language where that is known. */
    public UploadClaims ofSource(String source, @Nullable String itsLanguage) {
        return new UploadClaims(source, url, tags, part, itsLanguage);
    }

    /** Returns the number of collections around this document. */
    public int depth() {
        return part == null ? 0 : part.depth();
    }
}
