package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.Canary;
import app.lede.search.ArrivalIndex;
import app.lede.search.ArrivalIndex.Day;
import app.lede.search.ArrivalIndex.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link ArrivalIndex}. */
public abstract class ArrivalIndexContract {

    private static final Instant NOON = Samples.NOON;
    private static final LocalDate TODAY = LocalDate.parse("2026-01-02");

    /** Returns an empty store. */
    protected abstract ArticleStore emptyStore();

    /** Returns the index of the last store created. */
    protected abstract ArrivalIndex index();

    private static Article article(int number, Instant arrival) {
        return Samples.article("https://news.example.org/" + number, "words " + number, arrival);
    }

    @Test
    void without_articles_there_are_no_days() {
        emptyStore();
        assertEquals(List.of(), index().days());
        assertEquals(List.of(), index().walk(TODAY, 0, null, 10));
    }

    @Test
    void days_come_latest_first_and_once() {
        ArticleStore store = emptyStore();
        for (int days : new int[] {0, -1, -400, 0, -1}) {
            store.offer(article(days, NOON.plus(Duration.ofDays(days))));
        }
        assertEquals(
                List.of(
                        new Day(TODAY, 1),
                        new Day(LocalDate.parse("2026-01-01"), 1),
                        new Day(LocalDate.parse("2024-11-28"), 1)),
                index().days());
    }

    @Test
    void the_canary_is_read_by_its_id_and_stands_on_no_day() {
        ArticleStore store = emptyStore();
        store.offer(Samples.article(Canary.URL, "one", NOON));
        store.offer(Samples.article(Canary.URL, "two", NOON.plusSeconds(60)));
        assertEquals(NOON.plusSeconds(60), store.get(Canary.ID).orElseThrow().changed());
        assertEquals(List.of(), index().walk(TODAY, 0, null, 10));
    }

    @Test
    void an_entry_says_what_filters_ask() {
        ArticleStore store = emptyStore();
        Article article = article(1, NOON);
        store.offer(article);
        assertEquals(
                List.of(new Entry(
                        "2026-01-02T12:00:00.000Z#" + article.id(),
                        article.id(),
                        article.provenance().sourceId(),
                        "de",
                        List.of("NE", "ML"))),
                index().walk(TODAY, 0, null, 10));
    }

    @Test
    void an_article_without_a_source_has_an_entry() {
        ArticleStore store = emptyStore();
        store.offer(Samples.from(null, article(1, NOON)));
        assertEquals(1, index().walk(TODAY, 0, null, 10).size());
    }

    @Test
    void a_walk_in_stretches_gives_every_entry_once_latest_first() {
        ArticleStore store = emptyStore();
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Article article = article(i, NOON.plusMillis(i / 3));
            articles.add(article);
            store.offer(article);
        }
        List<String> walked = new ArrayList<>();
        @Nullable String before = null;
        for (List<Entry> stretch = index().walk(TODAY, 0, before, 4);
                !stretch.isEmpty();
                stretch = index().walk(TODAY, 0, before, 4)) {
            stretch.forEach(entry -> walked.add(entry.id().value()));
            before = stretch.get(stretch.size() - 1).key();
        }
        assertEquals(
                articles.stream()
                        .sorted(Comparator.comparing(Article::arrival)
                                .thenComparing(Article::id)
                                .reversed())
                        .map(article -> article.id().value())
                        .toList(),
                walked);
    }

    @Test
    void a_new_revision_stays_where_the_article_arrived() {
        ArticleStore store = emptyStore();
        store.offer(article(1, NOON));
        store.offer(Samples.article("https://news.example.org/1", "new words", NOON.plus(Duration.ofDays(2))));
        assertEquals(1, index().walk(TODAY, 0, null, 10).size());
        assertEquals(List.of(), index().walk(TODAY.plusDays(2), 0, null, 10));
    }

    @Test
    void a_redelivered_article_has_one_entry() {
        ArticleStore store = emptyStore();
        InParallel.run(InParallel.THREADS, i -> store.offer(article(1, NOON.plusMillis(i))));
        assertEquals(1, index().walk(TODAY, 0, null, 10).size());
    }
}
