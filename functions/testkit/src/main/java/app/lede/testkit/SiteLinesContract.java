package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.ArticleId;
import app.lede.boilerplate.ArticleLines;
import app.lede.boilerplate.SiteLines;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link SiteLines}. */
public abstract class SiteLinesContract {

    private static final String SITE = "news.example.org";
    private static final Instant NOW = Samples.NOON;

    /** Returns an empty store. */
    protected abstract SiteLines emptyStore();

    private static ArticleLines lines(int number, Instant at) {
        Set<Long> hashes = Set.of((long) number, Long.MIN_VALUE, Long.MAX_VALUE, -1L);
        return new ArticleLines(ArticleId.ofUrl("https://news.example.org/" + number), at, hashes);
    }

    /** Returns the first article in the same slot as another, or in a different one. */
    private static ArticleLines neighbour(ArticleLines of, boolean samePlace, Instant at) {
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(number -> lines(number, at))
                .filter(other -> !other.article().equals(of.article()) && (other.slot() == of.slot()) == samePlace)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_article_comes_back_with_all_its_lines_until_its_time_is_over() {
        SiteLines store = emptyStore();
        ArticleLines first = lines(0, NOW);
        store.offer(SITE, first);
        assertEquals(List.of(first), store.of(SITE, NOW));
        assertEquals(List.of(first), store.of(SITE, NOW.plus(SiteLines.KEPT).minusSeconds(1)));
        assertEquals(List.of(), store.of(SITE, NOW.plus(SiteLines.KEPT)));
    }

    @Test
    void as_many_lines_as_an_article_may_have_are_kept() {
        SiteLines store = emptyStore();
        Set<Long> hashes = LongStream.range(0, ArticleLines.MAX_LINES).boxed().collect(Collectors.toSet());
        ArticleLines full = new ArticleLines(ArticleId.ofUrl("https://news.example.org/long"), NOW, hashes);
        store.offer(SITE, full);
        assertEquals(List.of(full), store.of(SITE, NOW));
    }

    @Test
    void sites_are_told_apart() {
        SiteLines store = emptyStore();
        store.offer(SITE, lines(0, NOW));
        assertEquals(List.of(), store.of("example.org", NOW));
    }

    @Test
    void articles_in_other_places_stand_beside_each_other() {
        SiteLines store = emptyStore();
        ArticleLines first = lines(0, NOW);
        ArticleLines second = neighbour(first, false, NOW);
        store.offer(SITE, first);
        store.offer(SITE, second);
        assertEquals(Set.of(first, second), new HashSet<>(store.of(SITE, NOW)));
    }

    @Test
    void what_stands_in_a_place_stays_also_against_its_own_article() {
        SiteLines store = emptyStore();
        ArticleLines first = lines(0, NOW);
        store.offer(SITE, first);
        store.offer(SITE, neighbour(first, true, NOW.plusSeconds(60)));
        store.offer(SITE, new ArticleLines(first.article(), NOW.plusSeconds(60), Set.of(7L)));
        assertEquals(List.of(first), store.of(SITE, NOW.plusSeconds(60)));
    }

    @Test
    void a_place_is_free_again_when_its_time_is_over() {
        SiteLines store = emptyStore();
        ArticleLines first = lines(0, NOW);
        ArticleLines next = neighbour(first, true, NOW.plus(SiteLines.KEPT));
        store.offer(SITE, first);
        store.offer(SITE, next);
        assertEquals(List.of(next), store.of(SITE, next.at()));
    }

    @Test
    void a_site_has_so_many_places_and_no_more() {
        SiteLines store = emptyStore();
        IntStream.range(0, 200).mapToObj(number -> lines(number, NOW)).forEach(lines -> store.offer(SITE, lines));
        assertEquals(SiteLines.SLOTS, store.of(SITE, NOW).size());
    }
}
