package app.lede.testkit;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.Precedence;
import app.lede.article.Provenance;
import app.lede.article.Revision;
import app.lede.article.Standing;
import app.lede.article.Times;
import app.lede.search.ArrivalIndex;
import app.lede.search.ChangeIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores articles in a map, indexed by arrival and by change with one shard per day. Thread safe. */
public final class InMemoryArticles implements ArticleStore, ArrivalIndex, ChangeIndex {

    private final Map<ArticleId, Article> articles = new TreeMap<>();
    private final Map<ArticleId, Instant> tombstones = new TreeMap<>();
    private final Crashes crashes;

    public InMemoryArticles() {
        this(Crashes.never());
    }

    public InMemoryArticles(Crashes crashes) {
        this.crashes = crashes;
    }

    @Override
    public synchronized Offered offer(Article article, @Nullable Revision insteadOf) {
        crashes.step();
        Article old = articles.get(article.id());
        Standing standing = settle(article, insteadOf);
        crashes.step();
        return new Offered(standing, replaced(old, articles.get(article.id())));
    }

    private static @Nullable String replaced(@Nullable Article old, @Nullable Article stands) {
        return old == null || stands == null || old.textKey().equals(stands.textKey()) ? null : old.textKey();
    }

    private Standing settle(Article article, @Nullable Revision insteadOf) {
        if (tombstones.containsKey(article.id())) {
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
            boolean higher = offered.precedence().compareTo(stored.precedence()) > 0;
            if (higher && article.revision().equals(insteadOf)) {
                articles.put(article.id(), article.withArrival(old.arrival()));
                return Standing.STORED;
            }
            var unused = raise(article.id(), article.revision(), offered.precedence());
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
    public synchronized boolean raise(ArticleId id, Revision revision, Precedence precedence) {
        Article old = articles.get(id);
        if (old == null || !old.revision().equals(revision)) {
            return false;
        }
        if (precedence.compareTo(old.provenance().precedence()) > 0) {
            articles.put(
                    id,
                    old.withProvenance(
                            old.provenance().toBuilder().precedence(precedence).build()));
        }
        return true;
    }

    @Override
    public synchronized boolean resummarise(Article article) {
        Article old = articles.get(article.id());
        if (old == null
                || !old.revision().equals(article.revision())
                || !old.provenance().documentId().equals(article.provenance().documentId())
                || old.provenance().parser() != article.provenance().parser()) {
            return false;
        }
        Precedence kept = old.provenance().precedence();
        articles.put(
                article.id(),
                article.withArrival(old.arrival())
                        .withProvenance(article.provenance().toBuilder()
                                .precedence(kept)
                                .build()));
        return true;
    }

    @Override
    public synchronized boolean delete(ArticleId id, Instant at) {
        if (articles.remove(id) != null) {
            tombstones.put(id, at);
        }
        return tombstones.containsKey(id);
    }

    @Override
    public synchronized Optional<Article> get(ArticleId id) {
        return Optional.ofNullable(articles.get(id));
    }

    @Override
    public Optional<Article> latest(ArticleId id) {
        return get(id);
    }

    @Override
    public synchronized boolean isDeleted(ArticleId id) {
        return tombstones.containsKey(id);
    }

    @Override
    public List<Article> getAll(List<ArticleId> ids) {
        return ids.stream().map(this::get).flatMap(Optional::stream).toList();
    }

    @Override
    public synchronized List<Day> days() {
        return Stream.concat(
                        listed().flatMap(article -> Stream.of(article.arrival(), article.changed())),
                        tombstones.values().stream())
                .map(InMemoryArticles::day)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(day -> new Day(day, 1))
                .toList();
    }

    @Override
    public synchronized List<ArrivalIndex.Entry> walk(LocalDate day, int shard, @Nullable String before, int limit) {
        return listed().filter(article -> shard == 0 && day(article.arrival()).equals(day))
                .map(InMemoryArticles::entry)
                .filter(entry -> before == null || entry.key().compareTo(before) < 0)
                .sorted(Comparator.comparing(ArrivalIndex.Entry::key).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<ChangeIndex.Entry> walk(
            LocalDate day, int shard, String after, @Nullable String before, int limit) {
        Stream<ChangeIndex.Entry> stored = listed().map(
                        article -> new ChangeIndex.Entry(key(article.changed(), article.id()), article.id(), false));
        Stream<ChangeIndex.Entry> deleted = tombstones.entrySet().stream()
                .map(tombstone ->
                        new ChangeIndex.Entry(key(tombstone.getValue(), tombstone.getKey()), tombstone.getKey(), true));
        return Stream.concat(stored, deleted)
                .filter(entry -> shard == 0 && entry.key().startsWith(day.toString()))
                .filter(entry -> entry.key().compareTo(after) > 0)
                .filter(entry -> before == null || entry.key().compareTo(before) < 0)
                .sorted(Comparator.comparing(ChangeIndex.Entry::key))
                .limit(limit)
                .toList();
    }

    /** Returns the articles that stand in lists: all but the canary. */
    private Stream<Article> listed() {
        return articles.values().stream().filter(Article::isListed);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.parse(Times.day(at));
    }

    private static String key(Instant at, ArticleId id) {
        return Times.sortable(at) + "#" + id;
    }

    private static ArrivalIndex.Entry entry(Article article) {
        return new ArrivalIndex.Entry(
                key(article.arrival(), article.id()),
                article.id(),
                article.provenance().sourceId(),
                article.language(),
                article.countries());
    }
}
