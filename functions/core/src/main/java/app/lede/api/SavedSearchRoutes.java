package app.lede.api;

import app.lede.saved.FeedToken;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.search.Cursors;
import app.lede.search.Filter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Routes that read saved searches, and their feeds. Thread safe. */
final class SavedSearchRoutes {

    private static final String QUESTION = "searches";

    private final SavedSearches searches;
    private final ArticleListRoute lists;
    private final SourceAlertFeed alerts;
    private final Cursors cursors;

    SavedSearchRoutes(SavedSearches searches, ArticleListRoute lists, SourceAlertFeed alerts, Cursors cursors) {
        this.searches = searches;
        this.lists = lists;
        this.alerts = alerts;
        this.cursors = cursors;
    }

    /** Handles {@code GET /v1/searches}. */
    Answer list(Request request) {
        Parameters parameters = new Parameters(request, Set.of("limit", "cursor"));
        int limit = parameters.number("limit", 1, Pages.MAX_LIMIT, Pages.DEFAULT_LIMIT);
        Optional<String> after = Pages.after(parameters, cursors, QUESTION);
        return parameters.problem().orElseGet(() -> {
            List<SavedSearch> found = searches.page(after.map(SearchId::new).orElse(null), limit + 1);
            List<SavedSearch> page = found.subList(0, Math.min(limit, found.size()));
            Optional<String> next =
                    found.size() > limit ? Optional.of(page.getLast().id().value()) : Optional.empty();
            List<Pages.Item> items = page.stream()
                    .map(search -> new Pages.Item(search.id().value(), SavedSearchJson.of(search)))
                    .toList();
            return Pages.answer(request, items, next, key -> cursors.seal(QUESTION, key));
        });
    }

    /** Handles {@code GET /v1/searches/{id}}. */
    Answer one(Request request) {
        String id = request.variable("id");
        Optional<SavedSearch> search = SearchId.isValid(id) ? searches.get(new SearchId(id)) : Optional.empty();
        return search.map(found -> Answer.json(200, SavedSearchJson.of(found)))
                .orElseGet(() -> Problem.notFound("there is no saved search " + Problem.cut(id)));
    }

    /**
     * Handles {@code GET /v1/feeds/{token}}, in Atom if the request names no other format. The token is not repeated in
     * an error, as errors are logged.
     */
    Answer feed(Request request) {
        Parameters parameters = new Parameters(request, Set.of("format", "limit", "cursor"));
        Optional<SavedSearch> opened = FeedToken.parse(request.variable("token"))
                .flatMap(token -> searches.get(token.search()).filter(token::opens));
        Answer answer = opened.map(search -> parameters.problem().orElseGet(() -> feed(request, search)))
                .orElseGet(() -> Problem.notFound("there is no such feed; its search may have been deleted"));
        // The address is a secret: no search engine may list it, no page may learn it from a link.
        return answer.with("x-robots-tag", "noindex").with("referrer-policy", "no-referrer");
    }

    private Answer feed(Request request, SavedSearch search) {
        return switch (search.subject()) {
            case SavedSearch.Subject.SilentSources ignored -> alerts.feed(request, search);
            case SavedSearch.Subject.Articles ignored -> articles(request, search);
        };
    }

    private Answer articles(Request request, SavedSearch search) {
        Map<String, List<String>> query = new LinkedHashMap<>(QueryString.parse(search.filter()));
        query.putAll(request.query());
        query.put("sort", List.of(order(search)));
        return lists.list(request.asking(query), request, new ArticleListRoute.Shown(search.name(), Format.ATOM));
    }

    /** Returns the order of arrival, in which nothing new is missed; the index orders a full-text search by publication. */
    private static String order(SavedSearch search) {
        return FilterParameters.read(search.filter()) instanceof FilterParameters.Reading.Valid(Filter filter)
                        && !filter.isOfFacts()
                ? "newest"
                : "arrival";
    }
}
