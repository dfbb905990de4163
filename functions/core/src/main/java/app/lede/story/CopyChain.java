package app.lede.story;

import app.lede.article.ArticleId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reports that go back to one text.
 *
 * @param origin the report that had it first
 * @param links the origin and its copies, in order of time
 */
public record CopyChain(ArticleId origin, List<Link> links) {

    public CopyChain {
        links = List.copyOf(links);
    }

    /**
     * A report of a chain.
     *
     * @param copyOf the earlier report that it resembles most; null for the origin
     * @param similarity estimated share of both texts' shingles that they have in common, from 0 to 1; 0 for the origin
     */
    public record Link(
            ArticleId id,
            String publisher,
            @Nullable String credit,
            Instant first,
            @Nullable ArticleId copyOf,
            double similarity) {}

    /** Finds the chain of an article among reports; empty if its report is not among them. */
    public static Optional<CopyChain> of(Collection<Report> reports, ArticleId article) {
        List<Report> ordered = reports.stream().sorted().toList();
        Copies copies = new Copies(ordered);
        return ordered.stream()
                .filter(report -> report.id().equals(article))
                .findFirst()
                .map(copies::origin)
                .map(origin -> new CopyChain(
                        origin.id(),
                        ordered.stream()
                                .filter(report -> copies.origin(report).equals(origin))
                                .map(report -> link(report, copies.source(report)))
                                .toList()));
    }

    private static Link link(Report report, Optional<Report> source) {
        return new Link(
                report.id(),
                report.publisher(),
                report.credit(),
                report.first(),
                source.map(Report::id).orElse(null),
                source.map(earlier -> earlier.signature().similarity(report.signature()))
                        .orElse(0.0));
    }
}
