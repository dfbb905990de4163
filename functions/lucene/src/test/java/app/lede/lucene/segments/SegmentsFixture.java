package app.lede.lucene.segments;

import static app.lede.testkit.SearchSamples.changed;
import static app.lede.testkit.SearchSamples.document;
import static app.lede.testkit.SearchSamples.id;
import static app.lede.testkit.SearchSamples.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.ArticleId;
import app.lede.lucene.IndexForm;
import app.lede.lucene.analysis.Analyzers;
import app.lede.search.Change;
import app.lede.search.Criteria;
import app.lede.search.Filter;
import app.lede.search.Hit;
import app.lede.search.Search;
import app.lede.search.SearchDocument;
import app.lede.search.SegmentStore;
import app.lede.search.Sort;
import app.lede.search.segments.Commits;
import app.lede.search.segments.Segment;
import app.lede.testkit.InMemorySegmentStore;
import app.lede.testkit.Samples;
import app.lede.testkit.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** An index in a store in memory, its writers, readers and compactors, and numbered articles for it. */
abstract class SegmentsFixture {

    static final String FOLDER = "index/1/";
    static final long PLENTY = 1L << 30;
    static final int VERSIONS = 9;

    final TickingClock clock = new TickingClock(Samples.NOON, Duration.ofMillis(1));
    final InMemorySegmentStore store = new InMemorySegmentStore(clock);

    static Commits commits(SegmentStore store) {
        return new Commits(store, FOLDER, new Random(7), millis -> Thread.onSpinWait());
    }

    SegmentedIndex index(SegmentStore store) {
        return index(store, Duration.ZERO, PLENTY);
    }

    SegmentedIndex index(SegmentStore store, Duration freshness, long mostBytes) {
        return new SegmentedIndex(store, FOLDER, commits(store), freshness, mostBytes, clock);
    }

    Compactor compactor() {
        return compactor(store);
    }

    Compactor compactor(SegmentStore of) {
        return new Compactor(of, FOLDER, commits(of), new IndexForm(new Analyzers()), PLENTY, clock);
    }

    static Map<ArticleId, String> found(SegmentedIndex index) {
        return found(index, Filter.ALL);
    }

    /** Returns the headline of each article found; fails if one is found twice, or with two headlines. */
    static Map<ArticleId, String> found(SegmentedIndex index, Filter filter) {
        List<ArticleId> all = ids(index, filter);
        Map<ArticleId, String> found = new TreeMap<>();
        for (int version = 0; version < VERSIONS; version++) {
            for (ArticleId id : ids(index, filter.asking("headline:v" + version))) {
                assertEquals(null, found.put(id, "v" + version), "doubled");
            }
        }
        assertEquals(found.keySet(), new TreeSet<>(all));
        assertEquals(all.size(), found.size());
        return found;
    }

    static List<ArticleId> ids(SegmentedIndex index, Filter filter) {
        return index.search(new Search(Criteria.of(filter), Sort.NEWEST, 100, null)).hits().stream()
                .map(Hit::id)
                .toList();
    }

    static Map<ArticleId, String> expected(int... numbers) {
        Map<ArticleId, String> expected = new TreeMap<>();
        IntStream.of(numbers).forEach(number -> expected.put(id(number), "v0"));
        return expected;
    }

    static SearchDocument article(int number) {
        return document(number, "v0", "words of " + number);
    }

    static Change revised(int number, int version) {
        SearchDocument old = document(number, "v" + version, "words of " + number);
        return put(changed(old, "other words " + version, Duration.ofSeconds(version)));
    }

    static Change removed(int number) {
        return new Change.Remove(id(number), article(number).changed().plusSeconds(1_000));
    }

    List<Segment> segments() {
        return commits(store).read().manifest().segments();
    }

    /** Adds small segments until merges are due, and merges. */
    void compactEverything() {
        SegmentedIndex index = index(store);
        for (int filler = 0; filler < 8; filler++) {
            index.apply(List.of(new Change.Remove(id(1_000 + filler), Samples.NOON)));
        }
        int before = segments().size();
        Compactor.Compacted compacted = compactor().compact(() -> true);
        assertTrue(compacted.merged() >= 8, compacted::toString);
        assertTrue(segments().size() < before);
    }
}
