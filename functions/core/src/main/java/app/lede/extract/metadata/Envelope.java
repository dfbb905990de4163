package app.lede.extract.metadata;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import app.lede.document.DocumentMetadata;
import app.lede.document.DocumentMetadata.Rank;
import app.lede.document.DocumentMetadata.Term;
import app.lede.extract.trace.Trace;
import app.lede.text.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Merges the metadata of a document's envelope with that of its text: one takes precedence, the other fills its gaps.
 */
public final class Envelope {

    private static final String SOURCE = "envelope";

    private Envelope() {}

    public static Declared around(Declared text, DocumentMetadata about, Trace.Log log) {
        about.remarks().forEach(log::note);
        if (about.terms().isEmpty()) {
            return text;
        }
        Declared envelope = declared(about);
        return about.rank() == Rank.BEFORE_TEXT ? envelope.orElse(text) : text.orElse(envelope);
    }

    private static Declared declared(DocumentMetadata about) {
        Metadata article = Metadata.builder()
                .headline(line(about, Term.HEADLINE).orElse(null))
                .description(line(about, Term.DESCRIPTION).orElse(null))
                .authors(about.all(Term.AUTHOR).stream().map(Words::line).toList())
                .publisher(line(about, Term.PUBLISHER).orElse(null))
                .datePublished(date(about, Term.PUBLISHED))
                .dateModified(date(about, Term.MODIFIED))
                .keywords(about.all(Term.KEYWORD))
                .build();
        return new Declared(
                article,
                line(about, Term.LANGUAGE).orElse(null),
                about.first(Term.URL).orElse(null));
    }

    private static Optional<String> line(DocumentMetadata about, Term term) {
        return about.first(term).map(Words::line).filter(line -> !line.isEmpty());
    }

    private static @Nullable PublishedDate date(DocumentMetadata about, Term term) {
        return about.first(term).flatMap(date -> DateParser.read(date, SOURCE)).orElse(null);
    }
}
