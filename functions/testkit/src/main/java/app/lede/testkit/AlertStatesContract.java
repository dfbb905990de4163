package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.alert.AlertState;
import app.lede.alert.AlertStates;
import app.lede.alert.Watch;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link AlertStates}. */
public abstract class AlertStatesContract {

    private static final AlertState FIRST = new AlertState("2026-01-02T12:00:00.000Z", null, Samples.NOON, false);
    private static final AlertState SENDING = new AlertState(
            "2026-01-02T12:00:00.000Z", "2026-01-02T12:00:01.000Z#id", Samples.NOON.plusSeconds(1), true);

    /** Returns a store without searches. */
    protected abstract SavedSearches empty();

    /** Returns the states of the searches in that store. */
    protected abstract AlertStates states();

    @Test
    void a_state_is_replaced_only_by_who_knows_the_one_that_stands() {
        SavedSearch search = saved("one");
        assertEquals(Optional.empty(), states().state(search.id(), Watch.ARRIVALS));
        assertFalse(states().replace(search.id(), Watch.ARRIVALS, FIRST, SENDING), "there is none yet");
        assertTrue(states().replace(search.id(), Watch.ARRIVALS, null, FIRST));
        assertFalse(states().replace(search.id(), Watch.ARRIVALS, null, SENDING), "there is one already");
        assertTrue(states().replace(search.id(), Watch.ARRIVALS, FIRST, SENDING));
        assertFalse(states().replace(search.id(), Watch.ARRIVALS, FIRST, FIRST));
        assertEquals(Optional.of(SENDING), states().state(search.id(), Watch.ARRIVALS));
    }

    @Test
    void a_search_that_was_deleted_or_never_saved_has_no_state() {
        SavedSearches searches = empty();
        SavedSearch search = SavedSearchesContract.search("two");
        assertFalse(states().replace(search.id(), Watch.ARRIVALS, null, FIRST));
        searches.add(search);
        states().replace(search.id(), Watch.ARRIVALS, null, FIRST);
        searches.remove(search.id());
        assertEquals(Optional.empty(), states().state(search.id(), Watch.ARRIVALS));
        assertFalse(states().replace(search.id(), Watch.ARRIVALS, FIRST, SENDING));
    }

    @Test
    void a_state_leaves_the_search_as_it_is() {
        SavedSearches searches = empty();
        SavedSearch search = SavedSearchesContract.search("three");
        searches.add(search);
        states().replace(search.id(), Watch.ARRIVALS, null, FIRST);
        assertEquals(Optional.of(search), searches.get(search.id()));
    }

    @Test
    void arrivals_and_edits_have_states_of_their_own() {
        SavedSearch search = saved("four");
        assertTrue(states().replace(search.id(), Watch.ARRIVALS, null, FIRST));
        assertEquals(Optional.empty(), states().state(search.id(), Watch.EDITS));
        assertTrue(states().replace(search.id(), Watch.EDITS, null, SENDING));
        assertEquals(Optional.of(FIRST), states().state(search.id(), Watch.ARRIVALS));
        assertEquals(Optional.of(SENDING), states().state(search.id(), Watch.EDITS));
    }

    private SavedSearch saved(String name) {
        SavedSearch search = SavedSearchesContract.search(name);
        empty().add(search);
        return search;
    }
}
