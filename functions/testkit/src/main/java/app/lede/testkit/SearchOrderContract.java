package app.lede.testkit;

import static app.lede.testkit.SearchSamples.changed;
import static app.lede.testkit.SearchSamples.document;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.plain;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.search.Change;
import app.lede.search.Criteria;
import app.lede.search.Hits;
import app.lede.search.Search;
import app.lede.search.SearchDocument;
import app.lede.search.SearchIndex;
import app.lede.search.Sort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests for the orders of a {@link SearchIndex} and the pages of a walk. */
abstract class SearchOrderContract extends SearchContract {

    @Test
    void each_order_is_as_named() {
        SearchDocument first = document(1, "bridge", "bridge bridge");
        SearchIndex index =
                index(document(3, null, "a bridge and a lot of other words"), document(2, null, "road"), first);
        index.apply(List.of(put(changed(first, "bridge bridge bridge", Duration.ofDays(1)))));
        assertEquals(list(3, 2, 1), ids(search(index, ALL, Sort.NEWEST)));
        assertEquals(list(1, 2, 3), ids(search(index, ALL, Sort.OLDEST)));
        assertEquals(list(3, 2, 1), ids(search(index, ALL, Sort.ARRIVAL)));
        assertEquals(list(2, 3, 1), ids(search(index, ALL, Sort.CHANGED)));
        assertEquals(list(1, 3), ids(search(index, words("bridge"), Sort.RELEVANCE)));
        assertEquals(list(3, 2, 1), ids(search(index, ALL, Sort.RELEVANCE)));
    }

    @Test
    void pages_of_every_order_give_every_article_once() {
        SearchIndex index = emptyIndex();
        for (int n = 0; n < 25; n++) {
            SearchDocument times = document(n % 7, null, "");
            index.apply(List.of(put(n % 2 == 0 ? plain(n, "road words", times) : document(n, "road", "words"))));
        }
        for (Sort sort : Sort.values()) {
            List<ArticleId> all = ids(search(index, words("road"), sort));
            assertEquals(25, new HashSet<>(all).size());
            assertEquals(all, walked(index, words("road"), sort), sort.label());
        }
    }

    private static List<ArticleId> walked(SearchIndex index, Criteria criteria, Sort sort) {
        List<ArticleId> walked = new ArrayList<>();
        @Nullable String after = null;
        Hits page;
        do {
            page = index.search(new Search(criteria, sort, 4, after));
            walked.addAll(ids(page));
            after = page.hits().isEmpty() ? null : page.hits().getLast().key();
            assertTrue(after == null || after.length() <= 100);
        } while (page.more());
        return walked;
    }

    @Test
    void articles_of_the_same_time_come_by_id() {
        SearchDocument same = document(0, null, "road");
        List<ArticleId> ids = new ArrayList<>();
        SearchIndex index = emptyIndex();
        for (int n = 0; n < 40; n++) {
            ids.add(id(n));
            index.apply(List.of(put(plain(n, "road", same))));
        }
        ids.sort(Comparator.naturalOrder());
        for (Sort sort : Sort.values()) {
            assertEquals(ids, ids(search(index, words("road"), sort)), sort.label());
        }
    }

    @Test
    void articles_that_arrive_meanwhile_do_not_disturb_a_walk() {
        SearchIndex index = index(
                document(1, null, "road"),
                document(3, null, "road"),
                document(5, null, "road"),
                document(7, null, "road"));
        Hits first = index.search(new Search(words("road"), Sort.NEWEST, 2, null));
        index.apply(List.of(
                put(document(9, null, "road")),
                put(document(4, null, "road")),
                new Change.Remove(id(5), Samples.NOON.plus(Duration.ofDays(1)))));
        Hits second = index.search(
                new Search(words("road"), Sort.NEWEST, 9, first.hits().getLast().key()));
        assertEquals(list(7, 5), ids(first));
        assertTrue(first.more());
        assertEquals(list(4, 3, 1), ids(second));
        assertFalse(second.more());
    }

    @Test
    void a_key_of_no_search_is_rejected() {
        SearchIndex index = harbour();
        assertThrows(IllegalArgumentException.class, () -> index.search(new Search(ALL, Sort.NEWEST, 1, "somewhere")));
    }
}
