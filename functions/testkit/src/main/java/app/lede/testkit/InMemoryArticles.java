package app.lede.testkit;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.Precedence;
import app.lede.article.Standing;
import app.lede.article.Times;
import app.lede.search.ArrivalIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Articles in a map, and their index by arrival; every day has one shard. Thread safe. */
public final class InMemoryArticles implements ArticleStore, ArrivalIndex {

    private final Map<ArticleId, Article> articles = new TreeMap<>();
    private final Crashes crashes;

    public InMemoryArticles() {
        this(Crashes.never());
    }

    public InMemoryArticles(Crashes crashes) {
        this.crashes = crashes;
    }

    @Override
    public synchronized Standing offer(Article article) {
        crashes.step();
        Standing standing = settle(article);
        crashes.step();
        return standing;
    }

    private Standing settle(Article article) {
        Article old = articles.get(article.id());
        if (old == null) {
            articles.put(article.id(), article);
            return Standing.STORED;
        }
        if (old.revision().equals(article.revision())) {
            if (article.precedence().compareTo(old.precedence()) > 0) {
                articles.put(article.id(), with(old, old.arrival(), article.precedence()));
            }
            return old.documentId().equals(article.documentId()) ? Standing.STORED : Standing.UNCHANGED;
        }
        if (Comparator.comparing(Article::precedence)
                        .thenComparing(Article::revision)
                        .compare(article, old)
                < 0) {
            return Standing.SUPERSEDED;
        }
        articles.put(article.id(), with(article, old.arrival(), article.precedence()));
        return Standing.STORED;
    }

    private static Article with(Article article, Instant arrival, Precedence precedence) {
        return new Article(
                article.id(),
                article.revision(),
                article.documentId(),
                precedence,
                article.textKey(),
                arrival,
                article.url(),
                article.sourceId(),
                article.usageInfo(),
                article.metadata(),
                article.language(),
                article.mentions(),
                article.summary());
    }

    @Override
    public synchronized Optional<Article> get(ArticleId id) {
        return Optional.ofNullable(articles.get(id));
    }

    @Override
    public List<Article> getAll(List<ArticleId> ids) {
        return ids.stream().map(this::get).flatMap(Optional::stream).toList();
    }

    @Override
    public synchronized List<Day> days() {
        return articles.values().stream()
                .map(InMemoryArticles::day)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(day -> new Day(day, 1))
                .toList();
    }

    @Override
    public synchronized List<Entry> walk(LocalDate day, int shard, @Nullable String before, int limit) {
        return articles.values().stream()
                .filter(article -> shard == 0 && day(article).equals(day))
                .map(InMemoryArticles::entry)
                .filter(entry -> before == null || entry.key().compareTo(before) < 0)
                .sorted(Comparator.comparing(Entry::key).reversed())
                .limit(limit)
                .toList();
    }

    private static LocalDate day(Article article) {
        return LocalDate.parse(Times.day(article.arrival()));
    }

    private static Entry entry(Article article) {
        return new Entry(
                Times.sortable(article.arrival()) + "#" + article.id(),
                article.id(),
                article.sourceId(),
                article.language(),
                article.countries());
    }
}
