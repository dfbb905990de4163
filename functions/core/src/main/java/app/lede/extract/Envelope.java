package app.lede.extract;

import app.lede.document.About;
import app.lede.document.About.Rank;
import app.lede.document.About.Term;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a document's envelope says, put together with what its text says: one goes before, the other fills its gaps. */
final class Envelope {

    private static final String SOURCE = "envelope";

    private Envelope() {}

    static Metadata around(Metadata text, About about, Trace.Log log) {
        about.remarks().forEach(log::note);
        if (about.terms().isEmpty()) {
            return text;
        }
        Metadata envelope = metadata(about);
        return about.rank() == Rank.BEFORE_TEXT ? fill(envelope, text) : fill(text, envelope);
    }

    static Metadata titled(@Nullable String headline) {
        return new Metadata(headline, null, null, List.of(), null, null, null, null, null, List.of(), null, null, null);
    }

    /** The first, and what it leaves open from the second. */
    static Metadata fill(Metadata first, Metadata second) {
        return new Metadata(
                or(first.headline(), second.headline()),
                or(first.alternativeHeadline(), second.alternativeHeadline()),
                or(first.description(), second.description()),
                first.authors().isEmpty() ? second.authors() : first.authors(),
                or(first.publisher(), second.publisher()),
                or(first.datePublished(), second.datePublished()),
                or(first.dateModified(), second.dateModified()),
                or(first.language(), second.language()),
                or(first.section(), second.section()),
                first.keywords().isEmpty() ? second.keywords() : first.keywords(),
                or(first.image(), second.image()),
                or(first.declaredUrl(), second.declaredUrl()),
                or(first.isAccessibleForFree(), second.isAccessibleForFree()));
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    private static Metadata metadata(About about) {
        return new Metadata(
                line(about, Term.HEADLINE).orElse(null),
                null,
                line(about, Term.DESCRIPTION).orElse(null),
                about.all(Term.AUTHOR).stream().map(Words::line).toList(),
                line(about, Term.PUBLISHER).orElse(null),
                date(about, Term.PUBLISHED),
                date(about, Term.MODIFIED),
                line(about, Term.LANGUAGE).orElse(null),
                null,
                about.all(Term.KEYWORD),
                null,
                about.first(Term.URL).orElse(null),
                null);
    }

    private static Optional<String> line(About about, Term term) {
        return about.first(term).map(Words::line).filter(line -> !line.isEmpty());
    }

    private static @Nullable PublishedDate date(About about, Term term) {
        return about.first(term).flatMap(date -> DateReader.read(date, SOURCE)).orElse(null);
    }
}
