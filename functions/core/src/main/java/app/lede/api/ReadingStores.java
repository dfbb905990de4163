package app.lede.api;

import app.lede.abstractive.ModelBudget;
import app.lede.alert.SourceAlerts;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.backfill.Backfills;
import app.lede.document.DocumentLog;
import app.lede.export.Exports;
import app.lede.reprocess.Reprocessings;
import app.lede.saved.SavedSearches;
import app.lede.search.ArrivalIndex;
import app.lede.search.ChangeIndex;
import app.lede.search.SearchIndex;
import app.lede.source.SourceList;
import app.lede.source.SourceStore;
import app.lede.story.StoryStore;
import java.util.Optional;

/**
 * Stores that {@link ReadingApi} reads from.
 *
 * @param links to texts too long for an answer
 * @param exportLinks to the files of exports
 * @param search empty in a stack without a search index
 * @param model empty in a stack without a model
 */
public record ReadingStores(
        ArticleStore articles,
        ArticleTexts texts,
        TextLinks links,
        ArrivalIndex arrivals,
        ChangeIndex changes,
        Optional<SearchIndex> search,
        StoryStore stories,
        SourceStore sources,
        SourceList sourceList,
        Backfills backfills,
        DocumentLog documents,
        SavedSearches searches,
        SourceAlerts alerts,
        Exports exports,
        ExportLinks exportLinks,
        Reprocessings reprocessings,
        Optional<ModelBudget> model) {}
