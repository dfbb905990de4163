package app.lede.export;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.search.ArticleWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the articles of one part, which are of one day. Not thread safe. */
final class Gathering {

    private @Nullable String day;
    private @Nullable String after;
    private boolean ended;

    /** Begins behind a key; null begins at the latest article. */
    Gathering(@Nullable String after) {
        this.after = after;
    }

    /** Returns the articles of the page that belong to the part, and moves behind them. */
    List<Article> take(ArticleWalk.Page page, Map<ArticleId, Article> found) {
        List<Article> taken = new ArrayList<>();
        for (ArticleWalk.Found one : page.found()) {
            Article article = found.get(one.id());
            if (article != null && !isOfDay(article)) {
                ended = true;
                return taken;
            }
            after = one.key();
            if (article != null) {
                taken.add(article);
            }
        }
        after = page.next().orElse(null);
        ended = after == null;
        return taken;
    }

    private boolean isOfDay(Article article) {
        String arrived = Times.day(article.arrival());
        if (day == null) {
            day = arrived;
        }
        return arrived.equals(day);
    }

    /** Returns whether no more articles can join: the day or the walk is over. */
    boolean hasEnded() {
        return ended;
    }

    /** Returns the day of the part; null before its first article. */
    @Nullable
    String day() {
        return day;
    }

    /** Returns the key to go on behind; null at the end of the walk. */
    @Nullable
    String after() {
        return after;
    }
}
