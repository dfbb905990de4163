package app.lede.article;

import app.lede.document.DocumentId;
import app.lede.document.TraceId;
import app.lede.rights.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Provenance} name by name. Not thread safe. */
public final class ProvenanceBuilder {

    private final DocumentId documentId;
    private final TextFrom textFrom;
    private int parser;
    private Precedence precedence;
    private @Nullable String documentVersion;
    private @Nullable String sourceId;
    private @Nullable String usageInfo;
    private Rights rights = Rights.UNKNOWN;
    private Access access = Access.OPEN;
    private @Nullable String accessReason;
    private List<String> tags = List.of();
    private @Nullable String name;
    private @Nullable TraceId trace;
    private boolean backfilled;

    ProvenanceBuilder(DocumentId documentId, int parser, Precedence precedence, TextFrom textFrom) {
        this.documentId = documentId;
        this.parser = parser;
        this.precedence = precedence;
        this.textFrom = textFrom;
    }

    public ProvenanceBuilder documentVersion(@Nullable String value) {
        documentVersion = value;
        return this;
    }

    public ProvenanceBuilder parser(int value) {
        parser = value;
        return this;
    }

    public ProvenanceBuilder precedence(Precedence value) {
        precedence = value;
        return this;
    }

    public ProvenanceBuilder sourceId(@Nullable String value) {
        sourceId = value;
        return this;
    }

    public ProvenanceBuilder usageInfo(@Nullable String value) {
        usageInfo = value;
        return this;
    }

    public ProvenanceBuilder rights(Rights value) {
        rights = value;
        return this;
    }

    /** Sets the state in which the document was seen, and what it was concluded from. */
    public ProvenanceBuilder access(Access value, @Nullable String reason) {
        access = value;
        accessReason = reason;
        return this;
    }

    public ProvenanceBuilder tags(List<String> value) {
        tags = value;
        return this;
    }

    public ProvenanceBuilder name(@Nullable String value) {
        name = value;
        return this;
    }

    public ProvenanceBuilder trace(@Nullable TraceId value) {
        trace = value;
        return this;
    }

    public ProvenanceBuilder backfilled(boolean value) {
        backfilled = value;
        return this;
    }

    public Provenance build() {
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
                backfilled);
    }
}
