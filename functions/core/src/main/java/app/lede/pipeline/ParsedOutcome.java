package app.lede.pipeline;

import app.lede.article.ParsedArticle;
import app.lede.article.Provenance;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import org.jspecify.annotations.Nullable;

/** Records the outcome of a document from which an article was read. */
final class ParsedOutcome {

    private ParsedOutcome() {}

    static DocumentRecord of(ParsedArticle parsed, Outcome outcome, @Nullable String detail) {
        Provenance provenance = parsed.provenance();
        return new DocumentRecord(
                        provenance.documentId(),
                        parsed.documentKey(),
                        provenance.documentVersion(),
                        provenance.documentId().at(),
                        outcome,
                        detail,
                        parsed.id().value(),
                        provenance.parser())
                .named(provenance.name());
    }
}
