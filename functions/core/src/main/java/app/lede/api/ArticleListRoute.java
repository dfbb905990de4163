package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.publish.ArticleView;
import app.lede.publish.PlacementFields;
import app.lede.publish.TombstoneView;
import app.lede.search.Criteria;
import app.lede.search.Cursors;
import app.lede.search.Filter;
import app.lede.search.RecentDeletions;
import app.lede.search.Sort;
import app.lede.story.Placement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The route of the list of articles, with its filters and orders. Thread safe. */
final class ArticleListRoute {

    private static final Set<String> PARAMETERS = Stream.concat(
                    FilterParameters.NAMES.stream(), Stream.of("sort", "limit", "cursor", "format"))
            .collect(Collectors.toUnmodifiableSet());

    static final String NO_SEARCH = "this stack has no search index (template parameter Search)";

    /** Version of how lists show articles; part of validators, so raise it with each change of a view or writer. */
    private static final String REPRESENTATION = "2";

    /** The parameters that the table can answer in the order of arrival. */
    private static final Set<String> WITHOUT_SEARCH = Set.of("source", "lang", "country", "from", "to");

    private final RecentArticles articles;
    private final ArticleWalks walks;
    private final CriteriaParameters criteria;
    private final Optional<Passages> passages;
    private final RecentPlacements placements;
    private final Cursors cursors;

    ArticleListRoute(ReadingStores stores, RecentDeletions deletions, Cursors cursors, InstantSource clock) {
        this.articles = new RecentArticles(stores.articles());
        this.walks = new ArticleWalks(stores.arrivals(), stores.changes(), stores.search(), deletions, clock);
        this.criteria = new CriteriaParameters(stores);
        this.passages = stores.search().map(search -> new Passages(stores.texts(), search));
        this.placements = new RecentPlacements(stores.stories(), clock);
        this.cursors = cursors;
    }

    /**
     * Presentation of a list.
     *
     * @param title of its feeds; null makes one of the filters
     * @param format if the request names none
     */
    record Shown(@Nullable String title, Format format) {}

    /** Handles {@code GET /v1/articles}. */
    Answer list(Request request) {
        return list(request, request, new Shown(null, Format.JSON));
    }

    /**
     * Answers a list.
     *
     * @param asked the request with all filters
     * @param request the request as it came, which links of the answer repeat
     */
    Answer list(Request asked, Request request, Shown shown) {
        Parameters parameters = new Parameters(asked, PARAMETERS);
        Format format = Format.of(request, parameters, shown.format());
        Filter filter = FilterParameters.read(parameters);
        Sort sort = sort(parameters, filter);
        int limit = parameters.number("limit", 1, Pages.MAX_LIMIT, Pages.DEFAULT_LIMIT);
        String question = sort.label() + " " + filter.canonical();
        Optional<String> after = Pages.after(parameters, cursors, question);
        if (sort == Sort.CHANGED && format != Format.JSON && format != Format.NDJSON) {
            parameters.fault("format", "changes, with their deletions, come as json or ndjson");
        }
        Optional<Criteria> sought = criteria.of(filter, parameters);
        return parameters.problem().orElseGet(() -> {
            ArticleWalks.Page page = walks.page(sought.orElseThrow(), sort, limit, after.orElse(null));
            Optional<String> next = page.next().map(key -> cursors.seal(question, key));
            Map<ArticleId, Placement> places = placements.of(page.articles());
            Optional<String> etag =
                    page.state().map(state -> validator(request, format, shown, next, state + "\n" + places));
            return etag.flatMap(known -> Answer.known(request, known))
                    .map(notModified -> notModified.with("vary", "accept"))
                    .orElseGet(() -> read(
                            request, format, shown, new Found(sought.orElseThrow(), question, page, places, etag)));
        });
    }

    /**
     * A page whose articles are to be read.
     *
     * @param etag of the page if all its articles are as the index knows them
     */
    private record Found(
            Criteria criteria,
            String question,
            ArticleWalks.Page page,
            Map<ArticleId, Placement> places,
            Optional<String> etag) {}

    /** Returns the validator of a page, which does not need its articles. */
    private static String validator(Request request, Format format, Shown shown, Optional<String> next, String state) {
        return Answer.etag(String.join(
                "\n",
                REPRESENTATION,
                format.name(),
                request.origin(),
                Pages.self(request),
                String.valueOf(shown.title()),
                next.orElse(""),
                state));
    }

    private Answer read(Request request, Format format, Shown shown, Found found) {
        List<ArticleWalks.Row> rows = found.page().rows();
        Map<ArticleId, Article> read = articles.of(rows);
        Answer answer = format.answer(
                request,
                shown.title(),
                Pages.cut(
                        request,
                        items(found, rows, read),
                        found.page().next(),
                        key -> cursors.seal(found.question(), key)));
        return found.etag()
                .filter(tag -> isAsIndexed(rows, read))
                .map(answer::tagged)
                .orElse(answer);
    }

    private static boolean isAsIndexed(List<ArticleWalks.Row> rows, Map<ArticleId, Article> read) {
        return rows.stream().allMatch(row -> {
            Article article = read.get(row.id());
            return row.deleted()
                    || (article != null
                            && article.changed().truncatedTo(ChronoUnit.MILLIS).equals(row.changed()));
        });
    }

    private Sort sort(Parameters parameters, Filter filter) {
        Optional<String> given =
                parameters.one("sort").map(label -> label.strip().toLowerCase(Locale.ROOT));
        Sort sort = given.flatMap(Sort::ofLabel).orElse(walks.usual(filter));
        if (given.isPresent() && Sort.ofLabel(given.get()).isEmpty()) {
            parameters.fault("sort", "expected one of " + Sort.labels() + ", found '" + Problem.cut(given.get()) + "'");
        } else if (sort == Sort.RELEVANCE && !filter.isScored()) {
            parameters.fault("sort", "an order of relevance takes q or similar_to");
        } else if (sort == Sort.CHANGED && !filter.isOfFacts()) {
            parameters.fault("sort", "changes are listed by facts; leave out q, similar_to and story");
        } else if (walks.lacksSearch(filter, sort)) {
            lackOfSearch(parameters, sort);
        }
        return sort;
    }

    private static void lackOfSearch(Parameters parameters, Sort sort) {
        parameters.given().stream()
                .filter(name -> FilterParameters.NAMES.contains(name) && !WITHOUT_SEARCH.contains(name))
                .forEach(name -> parameters.fault(name, NO_SEARCH));
        if (sort != Sort.ARRIVAL) {
            parameters.fault("sort", NO_SEARCH + "; it lists by arrival and by change");
        }
    }

    /** Shows the articles of a page; one that was deleted meanwhile or no longer matches is left out. */
    private List<Pages.Item> items(Found found, List<ArticleWalks.Row> rows, Map<ArticleId, Article> read) {
        Criteria asked = found.criteria();
        List<Article> matching =
                read.values().stream().filter(asked.filter()::matches).toList();
        Map<ArticleId, ObjectNode> shown = new HashMap<>();
        matching.forEach(article -> shown.put(article.id(), ArticleView.json(article)));
        shown.forEach((id, json) -> PlacementFields.add(json, found.places().get(id)));
        passages.flatMap(finder -> asked.query().map(query -> finder.of(query, matching)))
                .orElse(Map.of())
                .forEach((id, passage) -> Objects.requireNonNull(shown.get(id)).set("passage", passage));
        List<Pages.Item> items = new ArrayList<>();
        for (ArticleWalks.Row row : rows) {
            ObjectNode json = row.deleted()
                    ? TombstoneView.json(row.id(), Times.sortable(Objects.requireNonNull(row.changed())))
                    : shown.get(row.id());
            if (json != null) {
                items.add(new Pages.Item(row.key(), json));
            }
        }
        return items;
    }
}
