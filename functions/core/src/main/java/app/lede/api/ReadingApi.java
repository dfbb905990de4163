package app.lede.api;

import app.lede.alert.DryRun;
import app.lede.quote.QuoteCheck;
import app.lede.search.ArticleWalk;
import app.lede.search.Cursors;
import app.lede.search.NewestFirst;
import app.lede.search.RecentDeletions;
import app.lede.search.SearchUnavailable;
import app.lede.signature.KeyDirectory;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/** Answers every reading route, with a strong validator and 304, and all unmatched requests. Thread safe. */
public final class ReadingApi {

    private final ArticleListRoute lists;
    private final CountRoute counts;
    private final ArticleRoutes articles;
    private final MentionRoutes mentions;
    private final RevisionRoutes revisions;
    private final StoryRoutes stories;
    private final CopyRoute copies;
    private final SourceRoutes sources;
    private final DocumentRoutes documents;
    private final SavedSearchRoutes searches;
    private final DryRunRoute dryRuns;
    private final ExportRoutes exports;
    private final ReprocessingRoutes reprocessings;
    private final CostRoute costs;
    private final VerifyRoute quotes;
    private final Supplier<String> openApi;
    private final PageRoutes page;
    private final KeyDirectoryRoute keys;

    /**
     * Creates the routes over their stores.
     *
     * @param openApi supplies the API description as JSON on request
     */
    public ReadingApi(
            ReadingStores stores,
            Cursors cursors,
            Supplier<String> openApi,
            PageRoutes page,
            KeyDirectory keys,
            InstantSource clock) {
        RecentDeletions deletions = new RecentDeletions(stores.changes(), clock);
        this.lists = new ArticleListRoute(stores, deletions, cursors, clock);
        this.counts = new CountRoute(stores.search(), new CriteriaParameters(stores));
        this.articles = new ArticleRoutes(stores);
        this.mentions = new MentionRoutes(stores.articles(), stores.texts(), cursors);
        this.revisions = new RevisionRoutes(stores.articles(), stores.texts());
        this.stories = new StoryRoutes(stores, deletions, cursors, clock);
        this.copies = new CopyRoute(stores, deletions);
        this.sources = new SourceRoutes(stores.sources(), stores.sourceList(), stores.backfills(), cursors, clock);
        this.documents = new DocumentRoutes(stores.documents(), stores.articles(), cursors);
        this.searches =
                new SavedSearchRoutes(stores.searches(), lists, new SourceAlertFeed(stores.alerts(), cursors), cursors);
        this.dryRuns = new DryRunRoute(
                stores.searches(),
                new DryRun(ArticleWalk.of(new NewestFirst(stores.arrivals()), stores.search()), stores.articles()),
                stores.search().isPresent(),
                clock);
        this.exports = new ExportRoutes(stores.exports(), stores.exportLinks());
        this.reprocessings = new ReprocessingRoutes(stores.reprocessings());
        this.costs = new CostRoute(stores.model(), clock);
        this.quotes = new VerifyRoute(new QuoteCheck(stores.articles(), stores.texts(), stores.search(), clock));
        this.openApi = openApi;
        this.page = page;
        this.keys = new KeyDirectoryRoute(keys);
    }

    public Answer answer(Request request) {
        return switch (request.route()) {
            case Routes.DEFAULT, Routes.PREFLIGHT, Routes.HEAD_OF_FEED ->
                Routes.head(request)
                        .map(get -> route(get).validated(get))
                        .orElseGet(() -> Routes.unmatched(request))
                        .bodyFor(request);
            default ->
                Routes.misrouted(request)
                        .orElseGet(() -> request.method().equals("POST")
                                ? route(request)
                                : route(request).validated(request));
        };
    }

    private Answer route(Request request) {
        try {
            return routed(request);
        } catch (SearchUnavailable e) {
            return Problem.unavailable(e.getMessage());
        }
    }

    private Answer routed(Request request) {
        return switch (request.route()) {
            case "GET /v1/articles" -> lists.list(request);
            case "GET /v1/counts" -> counts.counts(request);
            case "GET /v1/stories" -> stories.list(request);
            case "GET /v1/articles/{id}" -> articles.one(request);
            case "GET /v1/articles/{id}/text" -> articles.text(request);
            case "GET /v1/articles/{id}/mentions" -> mentions.list(request);
            case "GET /v1/articles/{id}/revisions" -> revisions.list(request);
            case "GET /v1/sources" -> sources.list(request);
            case "GET /v1/documents" -> documents.list(request);
            case "GET /v1/searches" -> searches.list(request);
            case "GET /v1/feeds/{token}" -> searches.feed(request);
            default -> new Parameters(request, Set.of()).problem().orElseGet(() -> withoutParameters(request));
        };
    }

    private Answer withoutParameters(Request request) {
        return switch (request.route()) {
            case "GET /v1/articles/{id}/copies" -> copies.one(request);
            case "GET /v1/stories/{id}" -> stories.one(request);
            case "GET /v1/articles/{id}/rights" -> articles.rights(request);
            case "GET /v1/sources/{id}" -> sources.one(request);
            case "GET /v1/sources/{id}/backfill" -> sources.backfill(request);
            case "GET /v1/sources.opml" -> sources.opml(request);
            case "GET /v1/documents/{id}" -> documents.one(request);
            case "GET /v1/searches/{id}" -> searches.one(request);
            case "GET /v1/searches/{id}/dry-run" -> dryRuns.one(request);
            case "GET /v1/exports" -> exports.list();
            case "GET /v1/reprocessings" -> reprocessings.list();
            case "GET /v1/exports/{id}" -> exports.one(request);
            case "POST /v1/verify" -> quotes.verify(request);
            case "GET /v1/costs" -> costs.costs();
            case "GET /v1/health" ->
                Answer.json(200, JsonNodeFactory.instance.objectNode().put("status", "ok"));
            case "GET /" -> page.document(request);
            case "GET /page/{version}/{file}" -> page.file(request);
            case "GET " + KeyDirectory.PATH -> keys.directory(request);
            case "GET /openapi.json" -> Answer.text(200, "application/json", openApi.get());
            default -> Problem.notFound("there is no route " + request.route());
        };
    }
}
