package app.lede.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploader's statements about a document. Kept as a claim: a page that was fetched at the address outranks it.
 *
 * @param sourceId of the source that the article is listed under; null for none
 * @param url the address at which the document was published; null where not told
 * @param tags the uploader's own labels, in the given order
 */
public record UploadClaims(
        @Nullable String sourceId, @Nullable String url, List<String> tags) {

    /** An upload without claims. */
    public static final UploadClaims NONE = new UploadClaims(null, null, List.of());

    public UploadClaims {
        tags = List.copyOf(tags);
    }
}
