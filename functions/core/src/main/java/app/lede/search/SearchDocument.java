package app.lede.search;

import static java.util.Objects.requireNonNull;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.PublishedDate;
import app.lede.article.Revision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article as it is indexed. Times have milliseconds.
 *
 * @param text offsets of passages count code points of it
 * @param language BCP 47 primary tag, which decides how the text is analysed; null where unknown
 * @param tags {@code type:value}, such as {@code keyword:floods}, or an uploader's labels as given
 * @param access label of {@link app.lede.article.Access}
 * @param confidence how sure the extractor is of the text, 0 to 1
 * @param published when the article was published: never later than its arrival, and the arrival where it does not say
 */
public record SearchDocument(
        ArticleId id,
        Revision revision,
        @Nullable String headline,
        String text,
        List<String> authors,
        @Nullable String publisher,
        @Nullable String sourceId,
        @Nullable String language,
        List<String> countries,
        List<String> tags,
        String access,
        double confidence,
        Instant published,
        Instant arrival,
        Instant changed) {

    public SearchDocument {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(text, "text");
        requireNonNull(access, "access");
        authors = List.copyOf(authors);
        countries = List.copyOf(countries);
        tags = List.copyOf(tags);
        published = published.truncatedTo(ChronoUnit.MILLIS);
        arrival = arrival.truncatedTo(ChronoUnit.MILLIS);
        changed = changed.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Takes the facts of a stored article.
     *
     * @param text of the article's revision, from the library
     */
    public static SearchDocument of(Article article, String text) {
        PublishedDate date = article.metadata().datePublished();
        return new SearchDocument(
                article.id(),
                article.revision(),
                article.metadata().headline(),
                text,
                article.metadata().authors(),
                article.metadata().publisher(),
                article.provenance().sourceId(),
                article.language(),
                article.countries(),
                tags(article),
                article.provenance().access().label(),
                article.metadata().confidence(),
                date == null ? article.arrival() : date.latest(article.arrival()),
                article.arrival(),
                article.changed());
    }

    private static List<String> tags(Article article) {
        return Stream.of(
                        article.provenance().tags().stream(),
                        article.metadata().keywords().stream().map(keyword -> "keyword:" + keyword),
                        article.mentions().stream().map(mention -> mention.type() + ":" + mention.identifier()))
                .flatMap(tags -> tags)
                .distinct()
                .toList();
    }
}
