package app.lede.article;

import app.lede.document.DocumentId;
import app.lede.rights.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as parse-document reads it out of one document. Kept under {@code library/articles/}, one object per document
 * and parser, so that no document can hide another.
 *
 * @param documentKey the raw object's key in the documents bucket
 * @param url canonical URL, null where the document has none
 * @param language as the document declares it, null where it does not
 * @param blocks the text's blocks, without the headline; never empty
 * @param notes what was cut to fit the bounds of storage; mostly empty
 */
public record ParsedArticle(
        ArticleId id,
        Revision revision,
        Provenance provenance,
        String documentKey,
        @Nullable String url,
        Metadata metadata,
        @Nullable String language,
        List<Block> blocks,
        List<String> notes) {

    public ParsedArticle {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("an article without text");
        }
    }

    /** Joins the blocks: paragraphs by a blank line. Never empty; linear in its length. */
    public String text() {
        return ArticleText.join(blocks);
    }

    /** Returns the publisher's verdict on each use. */
    public Rights rights() {
        return provenance.rights();
    }

    /** Returns the key of this object in the library bucket. */
    public String key() {
        return key(id, revision, provenance.documentId(), provenance.parser());
    }

    /** Returns the key of what a version of the parser read in a document. */
    public static String key(ArticleId id, Revision revision, DocumentId document, int parser) {
        return "articles/" + id + "/" + revision + "/" + document + "-p" + parser + ".json";
    }
}
