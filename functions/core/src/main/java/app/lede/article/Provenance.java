package app.lede.article;

import static java.util.Objects.requireNonNull;

import app.lede.document.DocumentId;
import app.lede.document.TraceId;
import app.lede.rights.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document a revision was taken from, and the parser that read it.
 *
 * @param documentVersion version id of the raw object, null where the bucket is not versioned
 * @param parser version of the parser that read the document, from 1
 * @param sourceId the source the document was found in, null for uploads
 * @param usageInfo usage signals of the publisher (robots and text-and-data-mining), null where there are none
 * @param rights the publisher's verdict on each use, with its evidence in the library and without in the item
 * @param accessReason what {@code access} was concluded from, null where it is open
 * @param tags labels that the uploader gave, none for pages
 * @param name of the document in the collection that it is a part of; null for others. Kept with the text only
 * @param trace of the poll or push that found the document, null for uploads. Kept with the text only
 * @param backfilled whether a backfill of its source brought the article, whose alerts leave it out
 */
public record Provenance(
        DocumentId documentId,
        @Nullable String documentVersion,
        int parser,
        Precedence precedence,
        @Nullable String sourceId,
        @Nullable String usageInfo,
        Rights rights,
        TextFrom textFrom,
        Access access,
        @Nullable String accessReason,
        List<String> tags,
        @Nullable String name,
        @Nullable TraceId trace,
        boolean backfilled) {

    public Provenance {
        requireNonNull(documentId, "documentId");
        requireNonNull(precedence, "precedence");
        requireNonNull(rights, "rights");
        requireNonNull(textFrom, "textFrom");
        requireNonNull(access, "access");
        tags = List.copyOf(tags);
    }

    /** Creates the provenance of a document that is no part of a collection. */
    public Provenance(
            DocumentId documentId,
            @Nullable String documentVersion,
            int parser,
            Precedence precedence,
            @Nullable String sourceId,
            @Nullable String usageInfo,
            Rights rights,
            TextFrom textFrom,
            Access access,
            @Nullable String accessReason,
            List<String> tags) {
        this(
                documentId,
                documentVersion,
                parser,
                precedence,
                sourceId,
                usageInfo,
                rights,
                textFrom,
                access,
                accessReason,
                tags,
                null,
                null,
                false);
    }

    /** Returns the same provenance of a part that its collection gives a name. */
    public Provenance named(@Nullable String part) {
        return new Provenance(
                documentId,
                documentVersion,
                parser,
                precedence,
                sourceId,
                usageInfo,
                rights,
                textFrom,
                access,
                accessReason,
                tags,
                part,
                trace,
                backfilled);
    }

    /** Returns the same provenance of a document that a poll or push has found. */
    public Provenance foundBy(@Nullable TraceId found) {
        return new Provenance(
                documentId,
                documentVersion,
                parser,
                precedence,
                sourceId,
                usageInfo,
                rights,
                textFrom,
                access,
                accessReason,
                tags,
                name,
                found,
                backfilled);
    }

    /** Returns the same provenance of an article that a backfill brought, or did not. */
    public Provenance backfilled(boolean isOfPast) {
        return new Provenance(
                documentId,
                documentVersion,
                parser,
                precedence,
                sourceId,
                usageInfo,
                rights,
                textFrom,
                access,
                accessReason,
                tags,
                name,
                trace,
                isOfPast);
    }

    /** Creates the provenance of a document without statements on its rights. */
    public Provenance(
            DocumentId documentId,
            @Nullable String documentVersion,
            int parser,
            Precedence precedence,
            @Nullable String sourceId,
            @Nullable String usageInfo,
            TextFrom textFrom,
            Access access,
            List<String> tags) {
        this(
                documentId,
                documentVersion,
                parser,
                precedence,
                sourceId,
                usageInfo,
                Rights.UNKNOWN,
                textFrom,
                access,
                null,
                tags);
    }

    public Provenance withUsageInfo(@Nullable String changed) {
        return with(precedence, changed, rights, access, accessReason, tags);
    }

    public Provenance withRights(Rights changed) {
        return with(precedence, usageInfo, changed, access, accessReason, tags);
    }

    /** Returns the same provenance of a document seen in another state. */
    public Provenance withAccess(Access changed, @Nullable String reason) {
        return with(precedence, usageInfo, rights, changed, reason, tags);
    }

    public Provenance withTags(List<String> changed) {
        return with(precedence, usageInfo, rights, access, accessReason, changed);
    }

    public Provenance withPrecedence(Precedence changed) {
        return with(changed, usageInfo, rights, access, accessReason, tags);
    }

    private Provenance with(
            Precedence rank,
            @Nullable String usage,
            Rights verdicts,
            Access state,
            @Nullable String reason,
            List<String> labels) {
        return new Provenance(
                documentId,
                documentVersion,
                parser,
                rank,
                sourceId,
                usage,
                verdicts,
                textFrom,
                state,
                reason,
                labels,
                name,
                trace,
                backfilled);
    }
}
