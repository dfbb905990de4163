package app.lede.api;

import app.lede.alert.DryRun;
import app.lede.article.Article;
import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.search.Filter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Optional;

/** Tells what a saved search would have alerted of in the last seven days. Thread safe. */
final class DryRunRoute {

    /** Articles in one answer; the count is of all that were found. */
    private static final int MOST = 100;

    private final SavedSearches searches;
    private final DryRun dryRun;
    private final boolean searchable;
    private final InstantSource clock;

    DryRunRoute(SavedSearches searches, DryRun dryRun, boolean searchable, InstantSource clock) {
        this.searches = searches;
        this.dryRun = dryRun;
        this.searchable = searchable;
        this.clock = clock;
    }

    /** Handles {@code GET /v1/searches/{id}/dry-run}. */
    Answer one(Request request) {
        String id = request.variable("id");
        Optional<SavedSearch> search = SearchId.isValid(id) ? searches.get(new SearchId(id)) : Optional.empty();
        return search.map(this::run).orElseGet(() -> Problem.notFound("there is no saved search " + Problem.cut(id)));
    }

    private Answer run(SavedSearch search) {
        return switch (search.subject()) {
            case SavedSearch.Subject.SilentSources ignored ->
                Problem.conflict("the search is for silent sources, not for articles; its feed has the past ones");
            case SavedSearch.Subject.Articles articles -> run(search, articles.digest());
        };
    }

    private Answer run(SavedSearch search, Optional<DigestSchedule> digest) {
        Filter filter = FilterParameters.kept(search.filter());
        if (filter.similarTo() != null || filter.story() != null || (filter.q() != null && !searchable)) {
            return Problem.conflict("there are no alerts of similar_to and story, nor of q without a search index");
        }
        DryRun.Outcome outcome = dryRun.run(filter, clock.instant());
        ObjectNode json = json(outcome);
        if (digest.isPresent()) {
            ArrayNode digests = json.putArray("digests");
            for (DryRun.Planned planned : DryRun.digests(search, digest.get(), outcome)) {
                digests.addObject()
                        .put("at", Times.sortable(planned.at()))
                        .put("subject", planned.subject())
                        .put("articles", planned.articles());
            }
        }
        return Answer.json(200, json);
    }

    private static ObjectNode json(DryRun.Outcome outcome) {
        ObjectNode json = Json.object()
                .put("from", Times.sortable(outcome.from()))
                .put("to", Times.sortable(outcome.to()))
                .put("articles", outcome.fired().size())
                .put("complete", outcome.complete());
        ArrayNode items = json.putArray("items");
        outcome.fired().stream().limit(MOST).forEach(fired -> {
            Article article = fired.article();
            ObjectNode item = items.addObject().put("id", article.id().value());
            OptionalFields.put(item, "headline", article.metadata().headline());
            item.put("arrival", Times.sortable(article.arrival()));
            OptionalFields.putAll(item, "because", fired.because());
        });
        return json;
    }
}
