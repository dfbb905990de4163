package app.lede.testkit;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.Provenance;
import app.lede.article.Revision;
import app.lede.article.Standing;
import app.lede.article.Times;
import app.lede.search.ArrivalIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stores articles in a map, indexed by arrival with one shard per day. Thread safe. */
public final class InMemoryArticles implements ArticleStore, ArrivalIndex {

    private final Map<ArticleId, Article> articles = new TreeMap<>();
    private final Set<ArticleId> tombstones = new HashSet<>();
    private final Crashes crashes;

    public InMemoryArticles() {
        this(Crashes.never());
    }

    public InMemoryArticles(Crashes crashes) {
        this.crashes = crashes;
    }

    @Override
    public synchronized Standing offer(Article article, @Nullable Revision insteadOf) {
        crashes.step();
        Standing standing = settle(article, insteadOf);
        crashes.step();
        return standing;
    }

    private Standing settle(Article article, @Nullable Revision insteadOf) {
        if (tombstones.contains(article.id())) {
            return Standing.DELETED;
        }
        Article old = articles.get(article.id());
        if (old == null) {
            articles.put(article.id(), article);
            return Standing.STORED;
        }
        Provenance offered = article.provenance();
        Provenance stored = old.provenance();
        if (offered.documentId().equals(stored.documentId())) {
            if (offered.parser() > stored.parser()) {
                articles.put(article.id(), article.withArrival(old.arrival()));
            }
            return offered.parser() < stored.parser() ? Standing.SUPERSEDED : Standing.STORED;
        }
        if (old.revision().equals(article.revision())) {
            if (offered.precedence().compareTo(stored.precedence()) > 0) {
                articles.put(article.id(), old.withProvenance(stored.withPrecedence(offered.precedence())));
            }
            return Standing.UNCHANGED;
        }
        if (!old.revision().equals(insteadOf) && ranksBelow(article, old)) {
            return Standing.SUPERSEDED;
        }
        articles.put(article.id(), article.withArrival(old.arrival()));
        return Standing.STORED;
    }

    private static boolean ranksBelow(Article article, Article old) {
        return Comparator.comparing((Article each) -> each.provenance().precedence())
                        .thenComparingInt(each -> each.provenance().parser())
                        .thenComparing(Article::revision)
                        .compare(article, old)
                < 0;
    }

    @Override
    public synchronized boolean delete(ArticleId id, Instant at) {
        boolean stood = articles.remove(id) != null;
        return stood ? tombstones.add(id) : tombstones.contains(id);
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
                article.provenance().sourceId(),
                article.language(),
                article.countries());
    }
}
