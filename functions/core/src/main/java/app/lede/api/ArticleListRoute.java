package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.publish.ArticleView;
import app.lede.publish.TombstoneView;
import app.lede.search.Criteria;
import app.lede.search.Cursors;
import app.lede.search.Filter;
import app.lede.search.Sort;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The parameters that the table can answer in the order of arrival. */
    private static final Set<String> WITHOUT_SEARCH = Set.of("source", "lang", "country", "from", "to");

    private final ArticleStore articles;
    private final ArticleWalks walks;
    private final CriteriaParameters criteria;
    private final Optional<Passages> passages;
    private final Cursors cursors;

    ArticleListRoute(ReadingStores stores, Cursors cursors, InstantSource clock) {
        this.articles = stores.articles();
        this.walks = new ArticleWalks(stores.arrivals(), stores.changes(), stores.search(), clock);
        this.criteria = new CriteriaParameters(stores.articles(), stores.texts());
        this.passages = stores.search().map(search -> new Passages(stores.texts(), search));
        this.cursors = cursors;
    }

    /**
     * How a list is shown.
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
            return format.answer(
                    request,
                    shown.title(),
                    Pages.cut(
                            request,
                            items(sought.orElseThrow(), page.rows()),
                            page.next(),
                            key -> cursors.seal(question, key)));
        });
    }

    private Sort sort(Parameters parameters, Filter filter) {
        Optional<String> given =
                parameters.one("sort").map(label -> label.strip().toLowerCase(Locale.ROOT));
        Sort sort = given.flatMap(Sort::ofLabel).orElse(walks.usual(filter));
        if (given.isPresent() && Sort.ofLabel(given.get()).isEmpty()) {
            parameters.fault("sort", "expected one of " + Sort.labels() + ", found '" + Problem.cut(given.get()) + "'");
        } else if (sort == Sort.RELEVANCE && filter.isOfFacts()) {
            parameters.fault("sort", "an order of relevance takes q or similar_to");
        } else if (sort == Sort.CHANGED && !filter.isOfFacts()) {
            parameters.fault("sort", "changes are listed by facts; leave out q and similar_to");
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

    /** Reads the articles of a page; one that was deleted meanwhile or no longer matches is left out. */
    private List<Pages.Item> items(Criteria asked, List<ArticleWalks.Row> rows) {
        Map<ArticleId, Article> found = found(rows, asked.filter());
        Map<ArticleId, ObjectNode> marked = passages.flatMap(
                        finder -> asked.query().map(query -> finder.of(query, List.copyOf(found.values()))))
                .orElse(Map.of());
        List<Pages.Item> items = new ArrayList<>();
        for (ArticleWalks.Row row : rows) {
            Article article = found.get(row.id());
            if (row.deleted()) {
                items.add(new Pages.Item(
                        row.key(),
                        TombstoneView.json(
                                row.id(), row.key().substring(0, row.key().indexOf('#')))));
            } else if (article != null) {
                ObjectNode json = ArticleView.json(article);
                Optional.ofNullable(marked.get(row.id())).ifPresent(passage -> json.set("passage", passage));
                items.add(new Pages.Item(row.key(), json));
            }
        }
        return items;
    }

    private Map<ArticleId, Article> found(List<ArticleWalks.Row> rows, Filter filter) {
        List<ArticleId> ids = rows.stream()
                .filter(row -> !row.deleted())
                .map(ArticleWalks.Row::id)
                .toList();
        Map<ArticleId, Article> found = new LinkedHashMap<>();
        articles.getAll(ids).stream().filter(filter::matches).forEach(article -> found.put(article.id(), article));
        return found;
    }
}
