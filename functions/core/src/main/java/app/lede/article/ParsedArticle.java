package app.lede.article;

import app.lede.document.DocumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What parse-document made of one document: the full text and metadata, kept under {@code library/articles/}, one object
 * per sighting, so that no sighting can hide another.
 *
 * @param documentKey the raw object's key in the documents bucket
 * @param url canonical URL, null where the document has none
 * @param sourceId the source it was found in, null for uploads
 * @param usageInfo what the publisher said about use (robots and TDM signals), null where nothing
 * @param language as the document declares it, null where it does not
 * @param text paragraphs joined by a blank line, without the headline; never empty
 */
public record ParsedArticle(
        ArticleId id,
        Revision revision,
        DocumentId documentId,
        Precedence precedence,
        String documentKey,
        @Nullable String url,
        @Nullable String sourceId,
        @Nullable String usageInfo,
        Metadata metadata,
        @Nullable String language,
        List<Block> blocks,
        String text) {

    public ParsedArticle {
        blocks = List.copyOf(blocks);
    }

    /** The key of this sighting in the library bucket. */
    public String key() {
        return "articles/" + id + "/" + revision + "/" + documentId + ".json";
    }
}
