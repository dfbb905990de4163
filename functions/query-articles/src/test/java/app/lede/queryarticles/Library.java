package app.lede.queryarticles;

import app.lede.abstractive.ModelBudget;
import app.lede.api.Answer;
import app.lede.api.PageRoutes;
import app.lede.api.ReadingApi;
import app.lede.api.ReadingStores;
import app.lede.api.Request;
import app.lede.mcp.LibraryTools;
import app.lede.mcp.McpEndpoint;
import app.lede.mcp.Toolbox;
import app.lede.rights.UnstatedUses;
import app.lede.search.Cursors;
import app.lede.search.SearchIndex;
import app.lede.signature.KeyDirectory;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryBackfills;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryExportFiles;
import app.lede.testkit.InMemoryExports;
import app.lede.testkit.InMemoryReprocessings;
import app.lede.testkit.InMemorySavedSearches;
import app.lede.testkit.InMemorySourceAlerts;
import app.lede.testkit.InMemorySources;
import app.lede.testkit.InMemoryStories;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A library in memory, and the function that answers from it. */
record Library(
        InMemoryArticles articles,
        InMemoryArticleTexts texts,
        InMemorySources sources,
        InMemoryBackfills backfills,
        InMemoryDocumentLog log,
        InMemorySavedSearches searches,
        InMemorySourceAlerts alerts,
        InMemoryExports exports,
        InMemoryReprocessings reprocessings,
        Optional<SearchIndex> search,
        InMemoryStories stories,
        Optional<ModelBudget> model) {

    /** Creates an empty library without a search index. */
    Library() {
        this(Optional.empty());
    }

    Library(Optional<SearchIndex> search) {
        this(
                new InMemoryArticles(),
                new InMemoryArticleTexts(),
                new InMemorySources(),
                new InMemoryBackfills(),
                new InMemoryDocumentLog(),
                new InMemorySavedSearches(),
                new InMemorySourceAlerts(),
                new InMemoryExports(),
                new InMemoryReprocessings(),
                search,
                new InMemoryStories(),
                Optional.empty());
    }

    Library with(ModelBudget budget) {
        return new Library(
                articles,
                texts,
                sources,
                backfills,
                log,
                searches,
                alerts,
                exports,
                reprocessings,
                search,
                stories,
                Optional.of(budget));
    }

    QueryArticlesHandler handler(InstantSource clock) {
        return handler(clock, KeyDirectory.none());
    }

    QueryArticlesHandler handler(InstantSource clock, KeyDirectory keys) {
        return handler(clock, keys, Optional.empty());
    }

    /** Creates the function of a stack in which agents may write. */
    QueryArticlesHandler handler(InstantSource clock, KeyDirectory keys, Optional<Function<Request, Answer>> writing) {
        ReadingStores stores = new ReadingStores(
                articles,
                texts,
                key -> "https://library.example/" + key,
                articles,
                articles,
                search,
                stories,
                sources,
                sources,
                backfills,
                log,
                searches,
                alerts,
                exports,
                new InMemoryExportFiles(),
                reprocessings,
                model);
        Cursors cursors = new Cursors(List.of("secret".getBytes(StandardCharsets.UTF_8)));
        PageRoutes page = new PageRoutes(Wiring::pageFile, () -> "https://documents.example/");
        ReadingApi api = new ReadingApi(stores, cursors, Wiring::openApi, page, keys, clock);
        Toolbox tools = LibraryTools.of(stores, api::answer, writing, UnstatedUses.DEFAULT, clock);
        return new QueryArticlesHandler(api, new McpEndpoint(tools, "test"), clock);
    }
}
