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
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    public synchronized List<Report> reports(Collection<ArticleId> ids, Instant around) {
        return articles.values().stream()
                .flatMap(change -> change instanceof Change.Put put ? Stream.of(put.document()) : Stream.empty())
                .filter(document ->
                        Duration.between(document.published(), around).abs().compareTo(Report.WINDOW.multipliedBy(2))
                                <= 0)
                .flatMap(document -> Stream.ofNullable(document.report()))
                .filter(report -> ids.contains(report.id()))
                .toList();
    }

    @Override
    public synchronized List<Report> near(Report report) {
        Set<String> bands = Set.copyOf(report.bands());
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
        Map<Report, Long> sharedBands = new HashMap<>();
        Map<Report, Long> shared = new HashMap<>();
        for (Report other : known) {
            long inBands = other.bands().stream().filter(bands::contains).count();
            long inKeys = other.keys().stream().filter(keys::contains).count();
            sharedBands.put(other, inBands);
            shared.put(other, inBands > 0 || inKeys >= Report.LEAST_KEYS ? inBands + inKeys : 0);
        }
        Predicate<Report> copies = other -> !bands.isEmpty() && sharedBands.getOrDefault(other, 0L) >= bands.size() / 2;
        Comparator<Report> most = Comparator.comparingLong((Report other) -> -shared.getOrDefault(other, 0L));
        return Stream.concat(
                        known.stream().filter(copies).sorted().limit(MOST_COPIES),
                        known.stream()
                                .filter(copies.negate())
                                .filter(other -> shared.getOrDefault(other, 0L) > 0)
                                .sorted(most.thenComparing(Comparator.naturalOrder()))
                                .limit(MOST_NEAR))
                .toList();
    }

    private Stream<SearchDocument> matching(Criteria criteria) {
        return articles.values().stream()
                .flatMap(change -> change instanceof Change.Put put ? Stream.of(put.document()) : Stream.empty())
                .filter(document -> DocumentMatch.matches(criteria, document));
    }

    private static Sort effective(Search search) {
        Criteria criteria = search.criteria();
        boolean scored = criteria.filter().isScored();
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
