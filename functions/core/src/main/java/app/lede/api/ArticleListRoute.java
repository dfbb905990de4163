package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.publish.ArticleView;
import app.lede.search.ArrivalIndex;
import app.lede.search.Cursors;
import app.lede.search.Filter;
import app.lede.search.NewestFirst;
import app.lede.search.Sort;
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

    /** The parameters that the index by arrival can answer. */
    private static final Set<String> WITHOUT_SEARCH = Set.of("source", "lang", "country", "from", "to");

    private static final String NO_SEARCH = "this stack has no search index (template parameter Search)";

    private final ArticleStore articles;
    private final NewestFirst newest;
    private final Cursors cursors;

    ArticleListRoute(ArticleStore articles, ArrivalIndex index, Cursors cursors) {
        this.articles = articles;
        this.newest = new NewestFirst(index);
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
        return parameters.problem().orElseGet(() -> {
            NewestFirst.Page page = newest.page(filter, after.orElse(null), limit);
            return format.answer(
                    request,
                    shown.title(),
                    Pages.cut(request, items(page.entries()), page.next(), key -> cursors.seal(question, key)));
        });
    }

    private static Sort sort(Parameters parameters, Filter filter) {
        Optional<String> given =
                parameters.one("sort").map(label -> label.strip().toLowerCase(Locale.ROOT));
        Sort sort = given.flatMap(Sort::ofLabel).orElse(Sort.ARRIVAL);
        if (given.isPresent() && Sort.ofLabel(given.get()).isEmpty()) {
            parameters.fault("sort", "expected one of " + Sort.labels() + ", found '" + Problem.cut(given.get()) + "'");
        } else if (sort == Sort.RELEVANCE && filter.isOfFacts()) {
            parameters.fault("sort", "an order of relevance takes q or similar_to");
        } else if (sort != Sort.ARRIVAL) {
            parameters.fault("sort", NO_SEARCH + "; it lists by arrival");
        }
        parameters.given().stream()
                .filter(name -> FilterParameters.NAMES.contains(name) && !WITHOUT_SEARCH.contains(name))
                .forEach(name -> parameters.fault(name, NO_SEARCH));
        return sort;
    }

    private List<Pages.Item> items(List<ArrivalIndex.Entry> entries) {
        List<ArticleId> ids = entries.stream().map(ArrivalIndex.Entry::id).toList();
        Map<ArticleId, Article> found = new HashMap<>();
        articles.getAll(ids).forEach(article -> found.put(article.id(), article));
        return entries.stream()
                .filter(entry -> found.containsKey(entry.id()))
                .map(entry ->
                        new Pages.Item(entry.key(), ArticleView.json(Objects.requireNonNull(found.get(entry.id())))))
                .toList();
    }
}
