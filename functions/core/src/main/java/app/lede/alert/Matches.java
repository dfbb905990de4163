package app.lede.alert;

import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.Times;
import app.lede.search.ArticleWalk;
import app.lede.search.Filter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles of a filter that arrived after a key, earliest first, without those that a backfill brought: they are old when
 * they arrive. Thread safe.
 */
final class Matches implements Finder {

    /** Articles of one alert. */
    static final int MOST = 100;

    private final ArticleWalk walk;
    private final ArticleStore articles;

    Matches(ArticleWalk walk, ArticleStore articles) {
        this.walk = walk;
        this.articles = articles;
    }

    @Override
    public List<Match> earliest(Filter filter, String after, Instant end, int most) {
        int mark = after.indexOf('#');
        Instant from = Instant.parse(mark < 0 ? after : after.substring(0, mark));
        Filter window = filter.arrived(later(filter.from(), from), earlier(filter.to(), end));
        Deque<Match> earliest = new ArrayDeque<>();
        Optional<String> next = Optional.empty();
        do {
            ArticleWalk.Page page = walk.page(window, next.orElse(null), MOST);
            page(page, filter).stream()
                    .filter(match -> match.key().compareTo(after) > 0)
                    .forEach(match -> add(earliest, match, most));
            next = page.next();
        } while (next.isPresent());
        return List.copyOf(earliest);
    }

    /** Adds a match, which is earlier than what is there, and lets go of the latest. */
    private static void add(Deque<Match> earliest, Match match, int most) {
        earliest.addFirst(match);
        if (earliest.size() > most) {
            earliest.removeLast();
        }
    }

    /**
     * Returns matches, latest first.
     *
     * @param from time, inclusive
     * @param end time, exclusive
     * @param stretches most pages of {@value #MOST} articles to look at
     * @param most matches to return; the others are only counted
     */
    Latest latest(Filter filter, Instant from, Instant end, int stretches, int most) {
        Filter window = filter.arrived(later(filter.from(), from), earlier(filter.to(), end));
        List<Match> latest = new ArrayList<>();
        long count = 0;
        Optional<String> next = Optional.empty();
        int looked = 0;
        do {
            ArticleWalk.Page page = walk.page(window, next.orElse(null), MOST);
            List<Match> matches = page(page, filter);
            count += matches.size();
            matches.stream().limit((long) most - latest.size()).forEach(latest::add);
            next = page.next();
        } while (next.isPresent() && ++looked < stretches);
        return new Latest(latest, count, next.isEmpty());
    }

    /**
     * Matches in order.
     *
     * @param count of all that were found
     * @param complete whether everything was looked at
     */
    record Latest(List<Match> matches, long count, boolean complete) {
        Latest {
            matches = List.copyOf(matches);
        }
    }

    private List<Match> page(ArticleWalk.Page page, Filter filter) {
        List<ArticleId> ids = page.found().stream().map(ArticleWalk.Found::id).toList();
        return articles.getAll(ids).stream()
                .filter(article -> !article.provenance().backfilled() && filter.matches(article))
                .map(article -> new Match(Times.sortable(article.arrival()) + "#" + article.id(), article))
                .toList();
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }
}
