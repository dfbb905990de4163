package app.lede.story;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.PublishedDate;
import app.lede.fetch.CanonicalUrl;
import app.lede.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of an article, from which copies and stories are found; at most {@value ReportBytes#MOST_BYTES} bytes when
 * stored. Ordered by time and then id, so that the first of several is whoever had it first.
 *
 * @param publisher registrable domain, or the name where there is no URL; empty for unknown ones, which count as one
 * @param credit key of the news agency that the article credits; null where it credits none
 * @param language null where it is unknown
 * @param first when the publisher had it: as declared with a time of day and not after the arrival, otherwise the arrival
 * @param shingles number of different shingles of the text
 * @param features heaviest first, at most {@value Features#MOST}
 */
public record Report(
        ArticleId id,
        String publisher,
        @Nullable String credit,
        @Nullable String language,
        Instant first,
        int shingles,
        Signature signature,
        List<Feature> features,
        List<String> countries)
        implements Comparable<Report> {

    /** Reports of an event are at most this far apart. */
    public static final Duration WINDOW = Duration.ofDays(3);

    /** Number of {@link #keys} that reports of one event share at least, unless one is a copy. */
    public static final int LEAST_KEYS = 2;

    private static final int MOST_KEYS = 24;
    private static final int MOST_COUNTRIES = 8;
    private static final int LONGEST_NAME = 60;
    private static final Comparator<Report> ORDER =
            Comparator.comparing((Report report) -> report.first()).thenComparing(report -> report.id());

    public Report {
        features = List.copyOf(features);
        countries = countries.stream().limit(MOST_COUNTRIES).toList();
        first = first.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Takes the fingerprint of a stored article. */
    public static Report of(Article article, @Nullable String credit, String text) {
        return of(
                article.id(),
                publisher(article),
                credit,
                article.language(),
                first(article),
                article.metadata().headline(),
                text,
                article.countries());
    }

    /** Takes the fingerprint of a text. */
    public static Report of(
            ArticleId id,
            String publisher,
            @Nullable String credit,
            @Nullable String language,
            Instant first,
            @Nullable String headline,
            String text,
            List<String> countries) {
        Set<Long> shingles = Shingles.of(Tokens.of(text, Shingles.MOST_TOKENS));
        return new Report(
                id,
                publisher,
                credit == null ? null : cut(Words.key(credit)),
                language,
                first,
                shingles.size(),
                Signature.of(shingles),
                Features.of(headline, text),
                countries);
    }

    private static String publisher(Article article) {
        return Optional.ofNullable(article.url())
                .map(url -> CanonicalUrl.ofWritten(url).site())
                .or(() -> Optional.ofNullable(article.metadata().publisher()).map(Words::key))
                .map(Report::cut)
                .orElse("");
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static Instant first(Article article) {
        PublishedDate declared = article.metadata().datePublished();
        boolean timed = declared != null && declared.precision() != PublishedDate.Precision.DAY;
        return timed ? article.published() : article.arrival();
    }

    /** Returns the bands of the signature; none for a text too short to be a copy. */
    public List<String> bands() {
        return shingles < Copies.LEAST_SHINGLES ? List.of() : signature.bands();
    }

    /** Tests whether this was copied from another report, the other from this, or both from a third. */
    public boolean isCopyOf(Report other) {
        return Copies.isCopy(this, other);
    }

    /** Returns what reports of one event may share, in any language; see {@link #LEAST_KEYS}. */
    public List<String> keys() {
        return features.stream().map(Feature::stem).distinct().limit(MOST_KEYS).toList();
    }

    /** Returns the hash of the id: reports are compared with few others of their article. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public int compareTo(Report other) {
        return ORDER.compare(this, other);
    }

    /** Returns the stems of a kind of features. */
    Stream<String> stems(Feature.Kind kind) {
        return features.stream().filter(feature -> feature.kind() == kind).map(Feature::stem);
    }
}
