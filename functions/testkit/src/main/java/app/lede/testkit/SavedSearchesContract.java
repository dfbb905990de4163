package app.lede.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.hash.Digest;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import app.lede.saved.SavedSearches;
import app.lede.saved.SearchId;
import app.lede.saved.Webhook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contract tests for {@link SavedSearches}. */
public abstract class SavedSearchesContract {

    /** Returns a store without searches. */
    protected abstract SavedSearches empty();

    @Test
    void a_search_is_found_as_it_was_added() {
        SavedSearches searches = empty();
        SavedSearch search = search("Dürre im Süden");
        assertEquals(Optional.empty(), searches.get(search.id()));
        searches.add(search);
        assertEquals(Optional.of(search), searches.get(search.id()));
    }

    @Test
    void a_removed_search_is_gone_and_removing_it_again_says_so() {
        SavedSearches searches = empty();
        SavedSearch search = search("floods");
        searches.add(search);
        assertTrue(searches.remove(search.id()));
        assertFalse(searches.remove(search.id()));
        assertEquals(Optional.empty(), searches.get(search.id()));
        assertEquals(List.of(), searches.page(null, 10));
    }

    @Test
    void pages_name_every_search_once_by_descending_id() {
        SavedSearches searches = empty();
        List<SavedSearch> added = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            added.add(search("search " + i));
        }
        added.forEach(searches::add);
        added.sort(Comparator.comparing((SavedSearch search) -> search.id().value())
                .reversed());
        List<SavedSearch> first = searches.page(null, 3);
        List<SavedSearch> rest = searches.page(first.getLast().id(), 10);
        assertEquals(added.subList(0, 3), first);
        assertEquals(added.subList(3, 7), rest);
    }

    /** Creates a search whose id depends on its name. */
    protected static SavedSearch search(String name) {
        return new SavedSearch(
                new SearchId(Digest.base32(name)),
                name,
                "country=ML&lang=de&lang=en",
                Samples.NOON,
                Digest.hex(name),
                new Webhook("https://hooks.example.org/" + Digest.hex(name), "whsec_c2VjcmV0"),
                6,
                true,
                new DigestSchedule(DigestSchedule.Every.WEEK, "07:00", "Europe/Paris"),
                false);
    }
}
