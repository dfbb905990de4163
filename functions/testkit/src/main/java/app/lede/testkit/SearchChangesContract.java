package app.lede.testkit;

import static app.lede.testkit.SearchSamples.changed;
import static app.lede.testkit.SearchSamples.document;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.search.Change;
import app.lede.search.Fact;
import app.lede.search.SearchDocument;
import app.lede.search.SearchIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Contract tests for revisions and removals in a {@link SearchIndex}, in any order of delivery. */
abstract class SearchChangesContract extends SearchContract {

    @Test
    void a_later_revision_replaces_the_earlier() {
        SearchDocument old = document(1, "Bridge", "The bridge is shut");
        SearchIndex index = index(old);
        index.apply(List.of(put(changed(old, "The bridge is open", Duration.ofMinutes(1)))));
        assertEquals(set(), found(index, "shut"));
        assertEquals(set(1), found(index, "open"));
        assertEquals(1, index.counts(ALL, Fact.LANG).articles());
    }

    @Test
    void the_end_does_not_depend_on_the_order_of_delivery() {
        SearchDocument first = document(1, null, "first words");
        SearchDocument second = changed(first, "second words", Duration.ofMinutes(1));
        Change.Remove removal = new Change.Remove(id(1), second.changed().plusSeconds(60));
        SearchDocument third = changed(first, "third words", Duration.ofMinutes(5));
        List<Change> changes = new ArrayList<>(List.of(put(first), put(second), removal, put(first)));
        for (int seed = 0; seed < 12; seed++) {
            Collections.shuffle(changes, new Random(seed));
            SearchIndex index = emptyIndex();
            for (Change change : changes) {
                index.apply(List.of(change));
            }
            assertEquals(set(), found(index, "words"), "seed " + seed);
            index.apply(changes);
            assertEquals(set(), found(index, "-nothing"), "seed " + seed);
            index.apply(List.of(put(third)));
            assertEquals(set(1), found(index, "third"), "seed " + seed);
        }
    }

    @Test
    void changes_of_one_batch_are_settled_among_themselves() {
        SearchDocument old = document(1, null, "shut");
        SearchDocument late = changed(old, "open", Duration.ofMinutes(1));
        SearchIndex index = emptyIndex();
        index.apply(
                List.of(put(late), put(old), put(document(2, null, "open")), new Change.Remove(id(2), late.changed())));
        assertEquals(set(), found(index, "shut"));
        assertEquals(set(1), found(index, "open"));
    }

    @Test
    void a_removal_wins_over_a_revision_of_the_same_time() {
        SearchDocument document = document(1, null, "shut");
        SearchIndex index = index(document);
        index.apply(List.of(new Change.Remove(id(1), document.changed())));
        index.apply(List.of(put(document)));
        assertEquals(set(), found(index, "shut"));
    }
}
