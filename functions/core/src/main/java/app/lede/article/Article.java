package app.lede.article;

import app.lede.enrich.Facts;
import app.lede.enrich.Mention;
import app.lede.rights.Rights;
import app.lede.summary.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The current revision of an article: metadata, facts and summary. Its text stands in the library under {@link #textKey()}.
 *
 * @param provenance the document this revision was first seen in; its precedence is that of the highest document that said
 *     the same
 * @param arrival when the article's first revision was stored; never changes afterwards
 * @param changed when this revision was stored
 * @param url canonical URL, null where there is none
 * @param language BCP 47 primary tag, declared or detected; null where neither
 * @param countries ISO 3166-1 codes of the countries the text mentions, in order of first mention
 * @param mentions with offsets into the text; of those of many places, the first
 * @param facts found in the text beside its mentions
 * @param notes what was cut to fit the bounds of storage; mostly empty
 */
public record Article(
        ArticleId id,
        Revision revision,
        Provenance provenance,
        Instant arrival,
        Instant changed,
        @Nullable String url,
        Metadata metadata,
        @Nullable String language,
        List<String> countries,
        List<Mention> mentions,
        Facts facts,
        Summary summary,
        List<String> notes) {

    public Article {
        countries = List.copyOf(countries);
        mentions = List.copyOf(mentions);
        notes = List.copyOf(notes);
    }

    /** Tests whether it stands in lists, indexes and stories: every article but the {@link Canary}. */
    public boolean isListed() {
        return !id.equals(Canary.ID);
    }

    /** Returns the publisher's verdict on each use, without evidence. */
    public Rights rights() {
        return provenance.rights();
    }

    /** Returns the key of this revision's text in the library. */
    public String textKey() {
        return ParsedArticle.key(id, revision, provenance.documentId(), provenance.parser());
    }

    /**
     * Returns the publication time for sorting and filtering: as declared, the start of the day where no time is known, and
     * the arrival where it is unknown or later than that.
     */
    public Instant published() {
        return Optional.ofNullable(metadata.datePublished())
                .flatMap(PublishedDate::instant)
                .filter(declared -> declared.isBefore(arrival) && !declared.isBefore(Times.EARLIEST))
                .orElse(arrival);
    }

    public Article withProvenance(Provenance other) {
        return with(other, arrival, changed, summary);
    }

    /** Returns this article as first stored, and last changed, at a time. */
    public Article storedAt(Instant at) {
        return with(provenance, at, at, summary);
    }

    /** Returns this article with another summary. */
    public Article withSummary(Summary other) {
        return with(provenance, arrival, changed, other);
    }

    /** Returns this article with the arrival of its first revision. */
    public Article withArrival(Instant first) {
        return with(provenance, first, changed, summary);
    }

    private Article with(Provenance document, Instant first, Instant last, Summary sentences) {
        return new Article(
                id, revision, document, first, last, url, metadata, language, countries, mentions, facts, sentences,
                notes);
    }
}
