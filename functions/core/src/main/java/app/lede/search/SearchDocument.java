package app.lede.search;

import static java.util.Objects.requireNonNull;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Revision;
import app.lede.story.Report;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is indexed. Times have milliseconds.
 *
 * @param text offsets of passages count code points of it
 * @param facts values by fact, as the article spells them; the first of {@link Fact#LANG} decides how the text is analysed
 * @param published when the article was published, as {@link Article#published()} has it
 * @param report fingerprint from which copies and stories are found; null for none
 */
public record SearchDocument(
        ArticleId id,
        Revision revision,
        @Nullable String headline,
        String text,
        Map<Fact, List<String>> facts,
        Instant published,
        Instant arrival,
        Instant changed,
        @Nullable Report report) {

    public SearchDocument {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(text, "text");
        Map<Fact, List<String>> copy = new EnumMap<>(Fact.class);
        facts.forEach((fact, values) -> copy.put(fact, List.copyOf(values)));
        facts = Collections.unmodifiableMap(copy);
        published = published.truncatedTo(ChronoUnit.MILLIS);
        arrival = arrival.truncatedTo(ChronoUnit.MILLIS);
        changed = changed.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Creates a document that is part of no story. */
    public SearchDocument(
            ArticleId id,
            Revision revision,
            @Nullable String headline,
            String text,
            Map<Fact, List<String>> facts,
            Instant published,
            Instant arrival,
            Instant changed) {
        this(id, revision, headline, text, facts, published, arrival, changed, null);
    }

    /** Returns this document with a fingerprint. */
    public SearchDocument with(Report found) {
        return new SearchDocument(id, revision, headline, text, facts, published, arrival, changed, found);
    }

    /**
     * Takes the facts of a stored article.
     *
     * @param text of the article's revision, from the library
     */
    public static SearchDocument of(Article article, String text) {
        Map<Fact, List<String>> facts = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            facts.put(fact, fact.of(article));
        }
        return new SearchDocument(
                article.id(),
                article.revision(),
                article.metadata().headline(),
                text,
                facts,
                article.published(),
                article.arrival(),
                article.changed(),
                Report.of(article, article.facts().agency(), text));
    }

    /** Returns the values of a fact; none where it is unknown. */
    public List<String> of(Fact fact) {
        return facts.getOrDefault(fact, List.of());
    }

    /** Returns the language of the text, if known. */
    public Optional<String> language() {
        return of(Fact.LANG).stream().findFirst();
    }
}
