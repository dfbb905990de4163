package app.lede.article;

import static java.util.Objects.requireNonNull;

import app.lede.document.DocumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document a revision was taken from, and the parser that read it.
 *
 * @param documentVersion version id of the raw object, null where the bucket is not versioned
 * @param parser version of the parser that read the document, from 1
 * @param sourceId the source the document was found in, null for uploads
 * @param usageInfo usage signals of the publisher (robots and text-and-data-mining), null where there are none
 * @param tags labels that the uploader gave, none for pages
 */
public record Provenance(
        DocumentId documentId,
        @Nullable String documentVersion,
        int parser,
        Precedence precedence,
        @Nullable String sourceId,
        @Nullable String usageInfo,
        TextFrom textFrom,
        Access access,
        List<String> tags) {

    public Provenance {
        requireNonNull(documentId, "documentId");
        requireNonNull(precedence, "precedence");
        requireNonNull(textFrom, "textFrom");
        requireNonNull(access, "access");
        tags = List.copyOf(tags);
    }

    public Provenance withUsageInfo(@Nullable String changed) {
        return new Provenance(
                documentId, documentVersion, parser, precedence, sourceId, changed, textFrom, access, tags);
    }

    public Provenance withTags(List<String> changed) {
        return new Provenance(
                documentId, documentVersion, parser, precedence, sourceId, usageInfo, textFrom, access, changed);
    }

    public Provenance withPrecedence(Precedence changed) {
        return new Provenance(
                documentId, documentVersion, parser, changed, sourceId, usageInfo, textFrom, access, tags);
    }
}
