package app.lede.lucene.segments;

import app.lede.article.ArticleId;
import app.lede.lucene.IndexForm;
import app.lede.lucene.NearReports;
import app.lede.lucene.Passages;
import app.lede.lucene.Searcher;
import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Change;
import app.lede.search.Counts;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Filter;
import app.lede.search.Hits;
import app.lede.search.Passage;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.SearchUnavailable;
import app.lede.search.SegmentStore;
import app.lede.search.query.Query;
import app.lede.search.segments.Commits;
import app.lede.search.segments.Segment;
import app.lede.search.segments.TimeSpan;
import app.lede.story.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.jspecify.annotations.Nullable;

/**
 * A search index in segments of an object store. Any number of instances may write and read the same index: each batch of
 * changes becomes a segment, and a search opens those segments whose times meet its filter. Thread safe.
 */
public final class SegmentedIndex implements SearchIndex {

    /** Readings of a manifest that another process changes meanwhile. */
    private static final int MOST_READINGS = 4;

    /** Would say in the log of each process that a module of the JVM, still incubating, is missing. Kept, so that its level stays. */
    private static final Logger VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        VECTORS.setLevel(Level.SEVERE);
    }

    private final SegmentStore store;
    private final Commits commits;
    private final SegmentWriter writer;
    private final Analyzers analyzers = new Analyzers();
    private final Preloading preloading = new Preloading(analyzers);
    private final OpenSegments segments;
    private final Duration freshness;
    private final InstantSource clock;
    private Commits.@Nullable Current current;
    private Instant readAt = Instant.MIN;

    /**
     * Opens an index; nothing is read yet.
     *
     * @param folder prefix of object names, as that of the commits
     * @param freshness how long changes of others may stay unseen; a search after that reads the manifest if it has changed
     * @param mostBytes of segments in memory
     */
    public SegmentedIndex(
            SegmentStore store,
            String folder,
            Commits commits,
            Duration freshness,
            long mostBytes,
            InstantSource clock) {
        this.store = store;
        this.commits = commits;
        this.writer = new SegmentWriter(folder, new IndexForm(analyzers));
        this.segments = new OpenSegments(store, mostBytes, preloading::await);
        this.freshness = freshness;
        this.clock = clock;
    }

    /** {@inheritDoc} Writes the segment first and commits it second; a batch that is part of the index changes nothing. */
    @Override
    public void apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try {
            Packed packed = writer.write(changes);
            store.create(packed.segment().name(), packed.bytes());
            commits.commit(manifest -> manifest.with(packed.segment()));
            opened(packed);
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        } finally {
            outdate();
        }
    }

    /** Keeps a segment that a search is likely to need next, as for the stories of its articles. */
    private synchronized void opened(Packed packed) throws IOException {
        segments.keep(packed);
    }

    /** Begins to write the index anew, beside what is searched. */
    public Rebuild rebuild() {
        return new Rebuild(store, commits, writer, clock);
    }

    @Override
    public Hits search(Search search) {
        try (IndexReader reader = reader(search.criteria().filter())) {
            return new Searcher(reader, analyzers).search(search);
        } catch (IOException e) {
            throw new SearchUnavailable("a segment is damaged; index the library again", e);
        }
    }

    @Override
    public List<Report> reports(Collection<ArticleId> ids, Instant around) {
        try (IndexReader reader = reader(NearReports.within(around, Report.WINDOW.multipliedBy(2)))) {
            return new NearReports(reader).of(ids, around);
        } catch (IOException e) {
            throw new SearchUnavailable("a segment is damaged; index the library again", e);
        }
    }

    @Override
    public void refresh() {
        outdate();
    }

    @Override
    public List<Report> near(Report report) {
        try (IndexReader reader = reader(NearReports.within(report.first(), Report.WINDOW))) {
            return new NearReports(reader).of(report);
        } catch (IOException e) {
            throw new SearchUnavailable("a segment is damaged; index the library again", e);
        }
    }

    @Override
    public Counts counts(Criteria criteria, Facet facet) {
        try (IndexReader reader = reader(criteria.filter())) {
            return new Searcher(reader, analyzers).counts(criteria, facet);
        } catch (IOException e) {
            throw new SearchUnavailable("a segment is damaged; index the library again", e);
        }
    }

    @Override
    public Optional<Passage> passage(Query query, @Nullable String language, String text) {
        return Passages.best(query, analyzers, Chain.of(language), text);
    }

    private synchronized void outdate() {
        readAt = Instant.MIN;
    }

    private synchronized IndexReader reader(Filter filter) throws IOException {
        preloading.begin();
        for (int reading = 0; reading < MOST_READINGS; reading++) {
            List<Segment> all = refreshed().manifest().segments();
            Set<Segment> wanted =
                    all.stream().filter(segment -> meets(segment, filter)).collect(Collectors.toSet());
            Optional<List<OpenSegment>> opened = segments.open(all, wanted);
            if (opened.isPresent()) {
                return new MultiReader(
                        opened.get().stream().map(OpenSegment::articles).toArray(CodecReader[]::new), false);
            }
            // A merge replaced a segment, and its object was deleted since this manifest was read.
            readAt = Instant.MIN;
        }
        throw new SearchUnavailable("a segment of the index is missing; index the library again");
    }

    private static boolean meets(Segment segment, Filter filter) {
        TimeSpan arrival = segment.arrival();
        TimeSpan published = segment.published();
        return arrival != null
                && published != null
                && arrival.meets(filter.from(), filter.to())
                && published.meets(filter.publishedFrom(), filter.publishedTo());
    }

    /** Returns the manifest, read again if that is due; a clock that jumps back makes it due. */
    private Commits.Current refreshed() {
        Instant now = clock.instant();
        Commits.Current known = current;
        boolean due = now.isBefore(readAt) || !readAt.plus(freshness).isAfter(now);
        if (known == null || readAt.equals(Instant.MIN) || due) {
            known = known == null ? commits.read() : commits.newer(known);
            current = known;
            readAt = now;
            segments.keepOnly(known.manifest().segments());
        }
        return known;
    }
}
