package app.lede.testkit;

import app.lede.article.ArticleId;
import app.lede.enrich.Span;
import app.lede.search.Change;
import app.lede.search.Counts;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Hit;
import app.lede.search.Hits;
import app.lede.search.Passage;
import app.lede.search.Position;
import app.lede.search.Search;
import app.lede.search.SearchDocument;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import app.lede.search.query.Query;
import app.lede.story.Report;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches every document of a map, with words as they are written but for case and accents. Thread safe. */
public final class InMemorySearchIndex implements SearchIndex {

    private final Map<ArticleId, Change> articles = new HashMap<>();

    @Override
    public synchronized void apply(List<Change> changes) {
        changes.forEach(change -> articles.merge(change.id(), change, Change::standing));
    }

    @Override
    public synchronized Hits search(Search search) {
        Comparator<Position> order = order(effective(search));
        Position after = search.after() == null ? null : Position.decoded(search.after());
        List<Hit> hits = matching(search.criteria())
                .map(document -> position(document, search))
                .filter(position -> after == null || order.compare(position, after) > 0)
                .sorted(order)
                .limit(search.limit() + 1L)
                .map(position -> new Hit(
                        position.id(),
                        position.encoded(),
                        Objects.requireNonNull(articles.get(position.id())).changed()))
                .toList();
        boolean more = hits.size() > search.limit();
        return new Hits(more ? hits.subList(0, search.limit()) : hits, more);
    }

    @Override
    public synchronized List<Report> near(Report report) {
        Set<String> bands = Set.copyOf(report.signature().bands());
        Set<String> keys = Set.copyOf(report.keys());
        List<Report> known = articles.values().stream()
                .flatMap(change -> change instanceof Change.Put put ? Stream.of(put.document()) : Stream.empty())
                .filter(document -> Duration.between(document.published(), report.first())
                                .abs()
                                .compareTo(Report.WINDOW)
                        <= 0)
                .flatMap(document -> Stream.ofNullable(document.report()))
                .filter(other -> !other.id().equals(report.id()))
                .toList();
        ToLongFunction<Report> sharedBands =
                other -> other.signature().bands().stream().filter(bands::contains).count();
        ToLongFunction<Report> sharedKeys =
                other -> other.keys().stream().filter(keys::contains).count();
        Stream<Report> near = known.stream()
                .filter(other -> sharedBands.applyAsLong(other) > 0
                        || sharedKeys.applyAsLong(other) >= Report.LEAST_KEYS)
                .sorted(Comparator.comparingLong((Report other) ->
                                sharedBands.applyAsLong(other) + sharedKeys.applyAsLong(other))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_NEAR);
        Stream<Report> copies = known.stream()
                .filter(other -> sharedBands.applyAsLong(other) >= bands.size() / 2)
                .sorted()
                .limit(MOST_COPIES);
        return Stream.concat(near, copies).distinct().toList();
    }

    private Stream<SearchDocument> matching(Criteria criteria) {
        return articles.values().stream()
                .flatMap(change -> change instanceof Change.Put put ? Stream.of(put.document()) : Stream.empty())
                .filter(document -> DocumentMatch.matches(criteria, document));
    }

    private static Sort effective(Search search) {
        Criteria criteria = search.criteria();
        boolean scored = !criteria.filter().isOfFacts();
        return search.sort() == Sort.RELEVANCE && !scored ? Sort.NEWEST : search.sort();
    }

    private static Comparator<Position> order(Sort sort) {
        Comparator<Position> ascending = Comparator.comparingLong(Position::value);
        Comparator<Position> byValue =
                switch (sort) {
                    case OLDEST, CHANGED -> ascending;
                    case NEWEST, ARRIVAL, RELEVANCE -> ascending.reversed();
                };
        return byValue.thenComparing(Position::id);
    }

    private static Position position(SearchDocument document, Search search) {
        long value =
                switch (effective(search)) {
                    case NEWEST, OLDEST -> document.published().toEpochMilli();
                    case ARRIVAL -> document.arrival().toEpochMilli();
                    case CHANGED -> document.changed().toEpochMilli();
                    case RELEVANCE -> score(search.criteria(), document);
                };
        return new Position(value, document.id());
    }

    private static long score(Criteria criteria, SearchDocument document) {
        return criteria.query()
                .map(query -> WordMatch.spans(query, document.text()).size())
                .orElse(1);
    }

    @Override
    public synchronized Counts counts(Criteria criteria, Facet facet) {
        List<SearchDocument> matching = matching(criteria).toList();
        Map<String, Long> counts = new HashMap<>();
        matching.stream()
                .flatMap(document -> DocumentMatch.values(document, facet).distinct())
                .forEach(value -> counts.merge(value, 1L, Long::sum));
        return Counts.of(facet, matching.size(), counts);
    }

    @Override
    public Optional<Passage> passage(Query query, @Nullable String language, String text) {
        List<Span> marks = WordMatch.spans(query, text);
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Passage(
                        new Span(marks.getFirst().start(), marks.getFirst().end()), List.of(marks.getFirst())));
    }
}
