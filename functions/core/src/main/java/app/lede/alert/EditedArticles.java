package app.lede.alert;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.Times;
import app.lede.search.ChangeIndex;
import app.lede.search.ChangesInOrder;
import app.lede.search.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the articles of a filter that have a later revision than their first, without those that a backfill brought: their second
 * text is mostly that of the page after the feed's words. Thread safe.
 */
final class EditedArticles implements Finder {

    private static final int STRETCH = 100;

    private final ChangesInOrder changes;
    private final ArticleStore articles;

    EditedArticles(ChangesInOrder changes, ArticleStore articles) {
        this.changes = changes;
        this.articles = articles;
    }

    @Override
    public List<Match> earliest(Filter filter, String after, Instant end, int most) {
        String until = Times.sortable(end);
        List<Match> earliest = new ArrayList<>();
        String position = after;
        List<ChangeIndex.Entry> entries;
        do {
            ChangesInOrder.Page page = changes.page(position, STRETCH, end.plus(ChangesInOrder.SETTLED));
            entries = page.entries();
            position = page.next();
            edited(entries, filter).stream()
                    .filter(match -> match.key().compareTo(until) < 0)
                    .limit((long) most - earliest.size())
                    .forEach(earliest::add);
        } while (entries.size() == STRETCH && earliest.size() < most);
        return earliest;
    }

    private List<Match> edited(List<ChangeIndex.Entry> entries, Filter filter) {
        Map<ArticleId, Article> found = new HashMap<>();
        articles.getAll(entries.stream()
                        .filter(entry -> !entry.deleted())
                        .map(ChangeIndex.Entry::id)
                        .toList())
                .forEach(article -> found.put(article.id(), article));
        List<Match> matches = new ArrayList<>();
        for (ChangeIndex.Entry entry : entries) {
            Article article = found.get(entry.id());
            if (article != null && isEdited(article) && filter.matches(article)) {
                matches.add(new Match(entry.key(), article));
            }
        }
        return matches;
    }

    private static boolean isEdited(Article article) {
        return article.changed().isAfter(article.arrival())
                && !article.provenance().backfilled();
    }
}
