package app.lede.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.saved.SavedSearch.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SavedSearchTest {

    private static final SearchId ID = new SearchId(Digest.base32("search"));

    @Test
    void a_search_that_an_earlier_version_saved_is_of_articles() {
        SavedSearch kept = Json.read(
                "{\"id\":{\"value\":\"" + ID
                        + "\"},\"name\":\"Mali\",\"filter\":\"country=ML\",\"created\":\"2026-01-02T12:00:00Z\","
                        + "\"feedHash\":\"x\",\"silenceHours\":6,\"edits\":true}",
                SavedSearch.class);
        assertEquals(new Subject.Articles(Duration.ofHours(6), true, Optional.empty()), kept.subject());
    }

    @Test
    void a_search_for_silent_sources_is_one_after_it_was_stored() {
        SavedSearch search = SavedSearch.ofSources(ID, "Quiet", "", Instant.parse("2026-01-02T12:00:00Z"), "x", null);
        SavedSearch kept = Json.read(Json.text(search), SavedSearch.class);
        assertEquals(search, kept);
        assertEquals(new Subject.SilentSources(), kept.subject());
    }
}
