package app.lede.api;

import app.lede.hash.Digest;
import app.lede.saved.FeedToken;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.search.Filter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Routes that save searches and forget them. Thread safe. */
final class SavedSearchChanges {

    private static final int MAX_NAME = 200;
    private static final int MAX_FILTER = 4_000;

    private final SavedSearches searches;
    private final Supplier<String> tokens;
    private final InstantSource clock;

    SavedSearchChanges(SavedSearches searches, Supplier<String> tokens, InstantSource clock) {
        this.searches = searches;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Handles {@code POST /v1/searches}; the address of the feed is told here and never again. */
    Answer add(Request request) {
        Fields fields = new Fields(request, Set.of("name", "filter"));
        Optional<String> name = fields.text("name", MAX_NAME);
        if (name.isEmpty() && !fields.has("name")) {
            fields.fault("name", "give the search a name");
        }
        Filter filter = FilterField.read(fields, "filter", MAX_FILTER);
        return fields.problem().orElseGet(() -> saved(request, name.orElseThrow(), filter));
    }

    private Answer saved(Request request, String name, Filter filter) {
        SearchId id = new SearchId(Digest.base32(tokens.get()));
        FeedToken token = new FeedToken(id, Digest.base32(tokens.get()));
        SavedSearch search = new SavedSearch(id, name, filter.canonical(), clock.instant(), token.hash());
        searches.add(search);
        return Answer.json(
                        201,
                        SavedSearchJson.of(search)
                                .put("feed", request.origin() + request.basePath() + "/v1/feeds/" + token))
                .with("location", request.basePath() + "/v1/searches/" + id);
    }

    /** Handles {@code DELETE /v1/searches/{id}}. */
    Answer remove(Request request) {
        String id = request.variable("id");
        return SearchId.isValid(id) && searches.remove(new SearchId(id))
                ? Answer.empty(204)
                : Problem.notFound("there is no saved search " + Problem.cut(id));
    }
}
