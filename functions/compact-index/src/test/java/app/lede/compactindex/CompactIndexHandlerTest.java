package app.lede.compactindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.lucene.segments.IndexLayout;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Search;
import app.lede.search.SegmentStore;
import app.lede.search.Sort;
import app.lede.testkit.Crashes;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import app.lede.testkit.SearchSamples;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompactIndexHandlerTest {

    private final InstantSource clock = InstantSource.fixed(Samples.NOON);
    private final InMemorySegmentStore store = new InMemorySegmentStore(clock);
    private final IndexLayout layout = new IndexLayout(store, clock);
    private final CompactIndexHandler handler = new CompactIndexHandler(layout.compactor(), clock);

    private void ninePutsOneByOne() {
        for (int number = 0; number < 9; number++) {
            layout.index().apply(List.of(SearchSamples.put(SearchSamples.document(number, "headline", "words"))));
        }
    }

    @Test
    void every_event_of_the_folder_is_tested_here() {
        assertEquals(List.of("each-minute"), EventFiles.cases("compact-index"));
    }

    @Test
    void a_tick_merges_what_is_due_and_says_so() throws IOException {
        ninePutsOneByOne();
        Invocation tick = Invocation.withTimeLeft(
                Duration.ofMinutes(2), handler, EventFiles.read("compact-index", "each-minute"));
        assertEquals("{}", tick.answer().toString());
        assertEquals(List.of("compacted"), tick.outcomes());
        JsonNode line = tick.lines().getFirst();
        assertEquals(9, line.path("merged").asInt());
        assertEquals(1, line.path("segments").asInt());
        assertEquals(
                9,
                layout.index()
                        .search(new Search(Criteria.of(Filter.ALL), Sort.NEWEST, 100, null))
                        .hits()
                        .size());
    }

    @Test
    void a_call_that_fails_is_a_line_with_its_cause() throws IOException {
        SegmentStore gone = Crashes.atStep(1).around(SegmentStore.class, store);
        CompactIndexHandler broken = new CompactIndexHandler(new IndexLayout(gone, clock).compactor(), clock);
        List<JsonNode> lines = Invocation.failing(broken, EventFiles.read("compact-index", "each-minute"));
        assertEquals(1, lines.size());
        assertEquals("failed", lines.getFirst().path("outcome").asText());
        assertTrue(lines.getFirst().path("error").asText().contains("Crash"), lines::toString);
    }

    @Test
    void a_tick_without_time_for_a_merge_begins_none() throws IOException {
        ninePutsOneByOne();
        Invocation tick = Invocation.withTimeLeft(
                Duration.ofSeconds(59), handler, EventFiles.read("compact-index", "each-minute"));
        assertEquals(0, tick.lines().getFirst().path("merged").asInt());
    }
}
