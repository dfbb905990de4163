package app.lede.api;

import app.lede.alert.DryRun;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.document.DocumentLog;
import app.lede.export.Exports;
import app.lede.saved.SavedSearches;
import app.lede.search.ArrivalIndex;
import app.lede.search.ArticleWalk;
import app.lede.search.NewestFirst;
import app.lede.search.Cursors;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/** Answers every reading route, with a strong validator and 304, and all unmatched requests. Thread safe. */
public final class ReadingApi {

    private final ArticleListRoute lists;
    private final ArticleRoutes articles;
    private final MentionRoutes mentions;
    private final RevisionRoutes revisions;
    private final SourceRoutes sources;
    private final DocumentRoutes documents;
    private final SavedSearchRoutes searches;
    private final ExportRoutes exports;
    private final DryRunRoute dryRuns;
    private final Supplier<String> openApi;

    /**
     * Creates the routes over their stores.
     *
     * @param openApi supplies the API description as JSON on request
     */
    public ReadingApi(
            ArticleStore articles,
            ArticleTexts texts,
            TextLinks links,
            ArrivalIndex index,
            SourceStore sources,
            SourceList list,
            DocumentLog documents,
            Outlets outlets,
            Cursors cursors,
            Supplier<String> openApi,
            InstantSource clock) {
        this.lists = new ArticleListRoute(articles, index, cursors);
        this.articles = new ArticleRoutes(articles, texts, links);
        this.mentions = new MentionRoutes(articles, texts, cursors);
        this.revisions = new RevisionRoutes(articles, texts);
        this.sources = new SourceRoutes(sources, list, cursors, clock);
        this.documents = new DocumentRoutes(documents, cursors);
        this.searches = new SavedSearchRoutes(outlets.searches(), lists, cursors);
        this.dryRuns = new DryRunRoute(
                outlets.searches(),
                new DryRun(ArticleWalk.byArrival(new NewestFirst(index)), articles),
                clock);
        this.exports = new ExportRoutes(outlets.exports(), outlets.links());
        this.openApi = openApi;
    }

    /** What leaves the house otherwise than by a list. */
    public record Outlets(SavedSearches searches, Exports exports, ExportLinks links) {}

    public Answer answer(Request request) {
        return switch (request.route()) {
            case Routes.DEFAULT, Routes.PREFLIGHT ->
                Routes.head(request)
                        .map(get -> route(get).validated(get))
                        .orElseGet(() -> Routes.unmatched(request))
                        .bodyFor(request);
            default -> route(request).validated(request);
        };
    }

    private Answer route(Request request) {
        return switch (request.route()) {
            case "GET /v1/articles" -> lists.list(request);
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
            case "GET /v1/articles/{id}" -> articles.one(request);
            case "GET /v1/articles/{id}/text" -> articles.text(request);
            case "GET /v1/sources/{id}" -> sources.one(request);
            case "GET /v1/sources.opml" -> sources.opml(request);
            case "GET /v1/documents/{id}" -> documents.one(request);
            case "GET /v1/searches/{id}" -> searches.one(request);
            case "GET /v1/searches/{id}/dry-run" -> dryRuns.one(request);
            case "GET /v1/exports/{id}" -> exports.one(request);
            case "GET /v1/health" ->
                Answer.json(200, JsonNodeFactory.instance.objectNode().put("status", "ok"));
            case "GET /openapi.json" -> Answer.text(200, "application/json", openApi.get());
            default -> Problem.notFound("there is no route " + request.route());
        };
    }
}
