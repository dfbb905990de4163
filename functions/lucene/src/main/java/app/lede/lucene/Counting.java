package app.lede.lucene;

import app.lede.search.Counts;
import app.lede.search.Facet;
import app.lede.search.Fact;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Counts hits by values of a facet: by number within a segment, by name over all. */
abstract class Counting extends SimpleCollector {

    final Map<String, Long> counts = new HashMap<>();
    long hits;

    /** Creates the collectors for a search. */
    static CollectorManager<Counting, Counts> by(Facet facet) {
        return new CollectorManager<>() {
            @Override
            public Counting newCollector() {
                return switch (facet) {
                    case Fact fact -> new Facts(IndexForm.fact(fact));
                    case Facet.Time time -> new Times(time);
                };
            }

            @Override
            public Counts reduce(Collection<Counting> collectors) {
                Map<String, Long> sums = new HashMap<>();
                long hits = 0;
                for (Counting collector : collectors) {
                    collector.counts.forEach((value, count) -> sums.merge(value, count, Long::sum));
                    hits += collector.hits;
                }
                return Counts.of(facet, hits, sums);
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    private static final class Facts extends Counting {

        private final String field;
        private @Nullable SortedSetDocValues values;
        private @Nullable SortedDocValues single;
        private int[] byOrdinal = {};

        Facts(String field) {
            this.field = field;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            SortedSetDocValues all = DocValues.getSortedSet(leaf.reader(), field);
            single = DocValues.unwrapSingleton(all);
            values = all;
            byOrdinal = new int[Math.toIntExact(all.getValueCount())];
        }

        @Override
        public void collect(int doc) throws IOException {
            hits++;
            if (single != null) {
                if (single.advanceExact(doc)) {
                    byOrdinal[single.ordValue()]++;
                }
            } else if (values != null && values.advanceExact(doc)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    byOrdinal[Math.toIntExact(values.nextOrd())]++;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
                if (byOrdinal[ordinal] > 0) {
                    counts.merge(name(ordinal), (long) byOrdinal[ordinal], Long::sum);
                }
            }
        }

        private String name(int ordinal) throws IOException {
            BytesRef name = single != null
                    ? single.lookupOrd(ordinal)
                    : values == null ? new BytesRef() : values.lookupOrd(ordinal);
            return name.utf8ToString();
        }
    }

    /** Counts by quarter of an hour, in which every time zone is a whole number, before the zone is looked up. */
    private static final class Times extends Counting {

        private static final long QUARTER = 900_000;

        private final Facet.Time facet;
        private @Nullable NumericDocValues times;
        private final Map<Long, Long> byQuarter = new HashMap<>();
        private long quarter;
        private long run;

        Times(Facet.Time facet) {
            this.facet = facet;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            times = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), IndexForm.PUBLISHED));
        }

        @Override
        public void collect(int doc) throws IOException {
            hits++;
            if (times != null && times.advanceExact(doc)) {
                long next = Math.floorDiv(times.longValue(), QUARTER);
                if (next != quarter) {
                    endRun();
                    quarter = next;
                }
                run++;
            }
        }

        /** Articles stand in the order of their times, so that a quarter is mostly one run. */
        private void endRun() {
            if (run > 0) {
                byQuarter.merge(quarter, run, Long::sum);
                run = 0;
            }
        }

        @Override
        public void finish() {
            endRun();
            byQuarter.forEach((each, count) ->
                    counts.merge(facet.interval(Instant.ofEpochMilli(each * QUARTER)), count, Long::sum));
            byQuarter.clear();
        }
    }
}
