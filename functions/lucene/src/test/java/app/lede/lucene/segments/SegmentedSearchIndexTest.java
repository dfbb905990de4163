package app.lede.lucene.segments;

import app.lede.search.SearchIndex;
import app.lede.search.segments.Commits;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.NearReportsContract;
import app.lede.testkit.Samples;
import app.lede.testkit.SearchIndexContract;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Nested;

/** Runs the contracts of search on segments in a store. */
class SegmentedSearchIndexTest {

    @Nested
    class Contract extends SearchIndexContract {
        @Override
        protected SearchIndex emptyIndex() {
            return segmented();
        }
    }

    @Nested
    class Near extends NearReportsContract {
        @Override
        protected SearchIndex emptyIndex() {
            return segmented();
        }
    }

    private static SearchIndex segmented() {
        InstantSource clock = InstantSource.fixed(Samples.NOON);
        InMemorySegmentStore store = new InMemorySegmentStore(clock);
        Commits commits = new Commits(store, "index/1/", new Random(7), millis -> {});
        return new SegmentedIndex(store, "index/1/", commits, Duration.ZERO, 1L << 30, clock);
    }
}
