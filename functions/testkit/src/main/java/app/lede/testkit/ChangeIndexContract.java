package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.Canary;
import app.lede.search.ChangeIndex;
import app.lede.search.ChangeIndex.Entry;
import app.lede.search.ChangesInOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link ChangeIndex}. */
public abstract class ChangeIndexContract {

    private static final Instant NOON = Samples.NOON;
    private static final LocalDate TODAY = LocalDate.parse("2026-01-02");

    /** Returns an empty store. */
    protected abstract ArticleStore emptyStore();

    /** Returns the index of the last store created. */
    protected abstract ChangeIndex index();

    private static Article article(int number, String words, Instant at) {
        return Samples.article("https://news.example.org/" + number, words, at);
    }

    private static String key(Instant at, Article article) {
        return at.toString().replace("Z", ".000Z") + "#" + article.id();
    }

    @Test
    void without_articles_there_are_no_changes() {
        emptyStore();
        assertEquals(List.of(), index().walk(TODAY, 0, "", null, 10));
    }

    @Test
    void changes_of_a_day_come_earliest_first() {
        ArticleStore store = emptyStore();
        Article one = article(1, "words", NOON.plusSeconds(60));
        Article other = article(2, "words", NOON);
        store.offer(one);
        store.offer(other);
        assertEquals(
                List.of(
                        new Entry(key(NOON, other), other.id(), false),
                        new Entry(key(NOON.plusSeconds(60), one), one.id(), false)),
                index().walk(TODAY, 0, "", null, 10));
        assertEquals(1, index().walk(TODAY, 0, "", null, 1).size());
        assertEquals(List.of(), index().walk(TODAY.minusDays(1), 0, "", null, 10));
    }

    @Test
    void the_canary_is_no_change() {
        emptyStore().offer(Samples.article(Canary.URL, "words", NOON));
        assertEquals(List.of(), index().walk(TODAY, 0, "", null, 10));
    }

    @Test
    void both_bounds_are_exclusive() {
        ArticleStore store = emptyStore();
        Article one = article(1, "words", NOON);
        Article other = article(2, "words", NOON.plusSeconds(1));
        store.offer(one);
        store.offer(other);
        String first = key(NOON, one);
        String second = key(NOON.plusSeconds(1), other);
        assertEquals(1, index().walk(TODAY, 0, first, null, 10).size());
        assertEquals(0, index().walk(TODAY, 0, second, null, 10).size());
        assertEquals(
                1, index().walk(TODAY, 0, "", "2026-01-02T12:00:01.000Z", 10).size());
        assertEquals(
                2,
                index().walk(TODAY, 0, "2026-01-02T12:00:00.000Z", "2026-01-02T12:00:01.001Z", 10)
                        .size());
        assertEquals(
                0,
                index().walk(TODAY, 0, second, "2026-01-02T12:00:00.000Z", 10).size());
    }

    @Test
    void a_revision_moves_the_entry_to_its_own_day() {
        ArticleStore store = emptyStore();
        store.offer(article(1, "words", NOON));
        Article revised = article(1, "new words", NOON.plus(Duration.ofDays(1)));
        store.offer(revised);
        assertEquals(List.of(), index().walk(TODAY, 0, "", null, 10));
        assertEquals(
                List.of(new Entry(key(NOON.plus(Duration.ofDays(1)), revised), revised.id(), false)),
                index().walk(TODAY.plusDays(1), 0, "", null, 10));
    }

    @Test
    void a_deletion_is_a_change_on_a_day_of_its_own() {
        ArticleStore store = emptyStore();
        Article article = article(1, "words", NOON);
        store.offer(article);
        Instant later = NOON.plus(Duration.ofDays(3));
        store.delete(article.id(), later);
        assertEquals(List.of(), index().walk(TODAY, 0, "", null, 10));
        assertEquals(
                List.of(new Entry(key(later, article), article.id(), true)),
                index().walk(TODAY.plusDays(3), 0, "", null, 10));
        assertEquals(
                List.of(key(later, article)),
                new ChangesInOrder(index())
                        .page("", 10, later.plusSeconds(60)).entries().stream()
                                .map(Entry::key)
                                .toList());
    }

    @Test
    void a_walk_by_pages_gives_every_change_once() {
        ArticleStore store = emptyStore();
        for (int i = 0; i < 25; i++) {
            store.offer(article(i, "words", NOON.plus(Duration.ofHours(i / 3))));
        }
        ChangesInOrder changes = new ChangesInOrder(index());
        List<String> keys = new ArrayList<>();
        String after = "";
        for (List<Entry> page = page(changes, after); !page.isEmpty(); page = page(changes, after)) {
            page.forEach(entry -> keys.add(entry.key()));
            after = keys.get(keys.size() - 1);
        }
        assertEquals(25, keys.size());
        assertEquals(keys.stream().sorted().distinct().toList(), keys);
    }

    private static List<Entry> page(ChangesInOrder changes, String after) {
        return changes.page(after, 4, NOON.plus(Duration.ofDays(2))).entries();
    }
}
