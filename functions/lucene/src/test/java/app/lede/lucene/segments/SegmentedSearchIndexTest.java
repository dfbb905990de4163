package app.lede.lucene.segments;

import app.lede.search.SearchIndex;
import app.lede.search.segments.Commits;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.Samples;
import app.lede.testkit.SearchIndexContract;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/** Runs the contract of search on segments in a store. */
class SegmentedSearchIndexTest extends SearchIndexContract {

    @Override
    protected SearchIndex emptyIndex() {
        InstantSource clock = InstantSource.fixed(Samples.NOON);
        InMemorySegmentStore store = new InMemorySegmentStore(clock);
        Commits commits = new Commits(store, "index/1/", new Random(7), millis -> {});
        return new SegmentedIndex(store, "index/1/", commits, Duration.ZERO, 1L << 30, clock);
    }
}
