package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes stored articles searchable and deleted ones unfindable. Changes may repeat and come late: the index keeps the latest of
 * each article. Thread safe.
 */
public final class IndexArticles {

    private final ArticleTexts texts;
    private final Consumer<List<Change>> index;
    private final Function<List<Change>, GroupStories.Unsettled> stories;

    /**
     * Assembles the step without stories.
     *
     * @param index applies a batch of changes at once, as {@link app.lede.search.SearchIndex#apply} does
     */
    public IndexArticles(ArticleTexts texts, Consumer<List<Change>> index) {
        this(texts, index, changes -> GroupStories.Unsettled.NONE);
    }

    /**
     * Assembles the step.
     *
     * @param index applies a batch of changes at once, as {@link app.lede.search.SearchIndex#apply} does
     * @param stories follows the index, and returns the articles it could not settle, as {@link GroupStories#regroup} does
     */
    public IndexArticles(
            ArticleTexts texts, Consumer<List<Change>> index, Function<List<Change>, GroupStories.Unsettled> stories) {
        this.texts = texts;
        this.index = index;
        this.stories = stories;
    }

    /** Outcome of one change. */
    public enum Outcome {
        INDEXED("indexed"),
        REMOVED("removed"),
        /** The canary, which stands in no index. */
        LEFT_OUT("left-out"),
        /** The text is gone from the library, as the article is being deleted; it stays out of the index. */
        WITHOUT_TEXT("without-text"),
        /** Indexed or removed as told, but its story changed during every pass; the next change around it tries it again. */
        STORY_UNSETTLED("story-unsettled"),
        /** Indexed or removed as told, but the turn of its story did not come; the change must be given again. */
        STORY_WAITING("story-waiting");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Applies a batch of changes at once and returns the outcome of each; after an exception the batch may be applied again. */
    public List<Outcome> index(List<ArticleChange> changes) {
        Map<String, ParsedArticle> read = texts.getAll(changes.stream()
                .flatMap(change -> change instanceof ArticleChange.Stored stored
                        ? Stream.of(stored.article().textKey())
                        : Stream.empty())
                .distinct()
                .toList());
        List<Change> applied = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (ArticleChange change : changes) {
            switch (change) {
                case ArticleChange.Stored stored -> outcomes.add(put(stored.article(), read, applied));
                case ArticleChange.Deleted deleted -> {
                    applied.add(new Change.Remove(deleted.id(), deleted.at()));
                    outcomes.add(Outcome.REMOVED);
                }
            }
        }
        index.accept(applied);
        GroupStories.Unsettled unsettled = stories.apply(applied);
        for (int i = 0; i < outcomes.size(); i++) {
            ArticleId id = changes.get(i).id();
            if (unsettled.waiting().contains(id)) {
                outcomes.set(i, Outcome.STORY_WAITING);
            } else if (unsettled.restless().contains(id)) {
                outcomes.set(i, Outcome.STORY_UNSETTLED);
            }
        }
        return outcomes;
    }

    private static Outcome put(Article article, Map<String, ParsedArticle> texts, List<Change> applied) {
        if (!article.isListed()) {
            return Outcome.LEFT_OUT;
        }
        ParsedArticle parsed = texts.get(article.textKey());
        if (parsed == null) {
            return Outcome.WITHOUT_TEXT;
        }
        applied.add(new Change.Put(SearchDocument.of(article, parsed.text())));
        return Outcome.INDEXED;
    }
}
