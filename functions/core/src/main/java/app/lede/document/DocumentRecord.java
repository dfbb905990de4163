package app.lede.document;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one document.
 *
 * @param key of the object; the URL of a page that could not be had, since it never became one
 * @param versionId of the object, null where the bucket is not versioned or there is no object
 * @param received when its object was written, its page asked for, or its upload allowed
 * @param detail a sentence for people, null where the outcome says it all
 * @param articleId the article it became or belongs to, null where none
 * @param parser version of the parser that came to the outcome, 0 where none did
 * @param parts number of parts stored so far or altogether, 0 for a document that is no collection
 * @param name in the collection that it is a part of, null for others
 */
public record DocumentRecord(
        DocumentId id,
        String key,
        @Nullable String versionId,
        Instant received,
        Outcome outcome,
        @Nullable String detail,
        @Nullable String articleId,
        int parser,
        int parts,
        @Nullable String name) {

    /** Creates the record of a document that is no collection. */
    public DocumentRecord(
            DocumentId id,
            String key,
            @Nullable String versionId,
            Instant received,
            Outcome outcome,
            @Nullable String detail,
            @Nullable String articleId,
            int parser) {
        this(id, key, versionId, received, outcome, detail, articleId, parser, 0);
    }

    /** Creates the record of a document without a name of its own. */
    public DocumentRecord(
            DocumentId id,
            String key,
            @Nullable String versionId,
            Instant received,
            Outcome outcome,
            @Nullable String detail,
            @Nullable String articleId,
            int parser,
            int parts) {
        this(id, key, versionId, received, outcome, detail, articleId, parser, parts, null);
    }

    /** Returns the same record of a part that its collection gives a name. */
    public DocumentRecord named(@Nullable String part) {
        return new DocumentRecord(id, key, versionId, received, outcome, detail, articleId, parser, parts, part);
    }

    /** Returns the place in the collection that this document is a part of. */
    public Optional<PartKey> part() {
        return PartKey.of(key);
    }

    /** Records an outcome that came to a document without an article. */
    public static DocumentRecord of(ObjectCreated object, Outcome outcome, @Nullable String detail, int parser) {
        return new DocumentRecord(
                object.documentId(), object.key(), object.versionId(), object.at(), outcome, detail, null, parser);
    }

    /**
     * Decides between two records of one document, whatever the order of their arrival: {@code waiting} is replaced by
     * anything else and by itself with more parts, {@code failed} by a later failure or a settled outcome, a settled outcome by that of a later parser,
     * and {@code deleted} by nothing. A deletion that knows no article replaces no record that names one, and one that
     * knows it completes a deletion that did not: whoever repeats a deletion finds the article by the record.
     */
    public boolean replaces(DocumentRecord standing) {
        if (outcome == Outcome.DELETED) {
            return articleId == null
                    ? !standing.isDeleted() && standing.articleId == null
                    : !standing.isDeletedWithArticle();
        }
        if (outcome == Outcome.WAITING) {
            return standing.outcome == Outcome.WAITING && parts > standing.parts;
        }
        if (standing.isDeleted()) {
            return false;
        }
        return !standing.outcome.isSettled() || (outcome.isSettled() && parser > standing.parser);
    }

    /** Tests whether the document was deleted, or belongs to an article that was. */
    public boolean isDeleted() {
        return outcome == Outcome.DELETED;
    }

    private boolean isDeletedWithArticle() {
        return isDeleted() && articleId != null;
    }

    /** Returns the record of the same document as deleted. */
    public DocumentRecord deleted() {
        return new DocumentRecord(id, key, versionId, received, Outcome.DELETED, null, articleId, parser, parts);
    }
}
