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

    /** Starts a provenance of which nothing else is known: open, without tags, source or statements on its rights. */
    public static ProvenanceBuilder builder(
            DocumentId documentId, int parser, Precedence precedence, TextFrom textFrom) {
        return new ProvenanceBuilder(documentId, parser, precedence, textFrom);
    }

    /** Starts a copy of this provenance. */
    public ProvenanceBuilder toBuilder() {
        return builder(documentId, parser, precedence, textFrom)
                .documentVersion(documentVersion)
                .sourceId(sourceId)
                .usageInfo(usageInfo)
                .rights(rights)
                .access(access, accessReason)
                .tags(tags)
                .name(name)
                .trace(trace)
                .backfilled(backfilled);
    }
}
