package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.lucene.segments.IndexLayout;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import app.lede.testkit.SearchSamples;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A search index of which an object is missing. */
class UnavailableIndexTest {

    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final InMemorySegmentStore store = new InMemorySegmentStore(clock);
    private final IndexLayout layout = new IndexLayout(store, clock);
    private final QueryArticlesHandler handler = new Library(Optional.of(layout.index())).handler(clock);

    @BeforeEach
    void lose_a_segment() {
        layout.index().apply(List.of(SearchSamples.put(SearchSamples.document(1, "headline", "words"))));
        store.list("").stream()
                .filter(object -> object.name().contains("/segments/"))
                .forEach(object -> store.delete(object.name()));
    }

    private Invocation asked(String event, String query) throws IOException {
        ObjectNode asking = (ObjectNode) Json.read(EventFiles.read("query-articles", event));
        return Invocation.of(handler, Json.bytes(asking.put("rawQueryString", query)));
    }

    @Test
    void searches_and_counts_are_answered_by_a_problem_that_says_what_helps() throws IOException {
        for (Invocation invocation : List.of(asked("list-articles", "q=words"), asked("count-articles", "by=lang"))) {
            assertEquals(503, invocation.answer().path("statusCode").asInt());
            assertEquals("60", invocation.answer().at("/headers/retry-after").asText());
            assertTrue(
                    Json.read(invocation.text()).path("detail").asText().contains("index the library again"),
                    invocation::text);
        }
    }

    @Test
    void what_needs_no_index_is_answered_as_ever() throws IOException {
        assertEquals(
                200,
                asked("list-articles", "sort=arrival")
                        .answer()
                        .path("statusCode")
                        .asInt());
    }
}
