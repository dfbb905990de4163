package app.lede.lucene;

import app.lede.article.ArticleId;
import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Change;
import app.lede.search.Counts;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Hits;
import app.lede.search.Passage;
import app.lede.search.Search;
import app.lede.search.SearchIndex;
import app.lede.search.query.Query;
import app.lede.story.Report;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the index in one directory, with one writer. Changes are durable when {@link #apply} returns. Thread safe; close it to
 * release the directory's lock.
 */
public final class LuceneSearchIndex implements SearchIndex, Closeable {

    private final Analyzers analyzers = new Analyzers();
    private final IndexForm form = new IndexForm(analyzers);
    private final IndexWriter writer;
    private final ReaderManager readers;

    /** Opens the index in a directory, or creates it. */
    public LuceneSearchIndex(Directory directory) throws IOException {
        writer = new IndexWriter(directory, form.config());
        readers = new ReaderManager(writer);
    }

    @Override
    public synchronized void apply(List<Change> changes) {
        Map<ArticleId, Change> standing = new LinkedHashMap<>();
        changes.forEach(change -> standing.merge(change.id(), change, Change::standing));
        reading(reader -> {
            Standings standings = new Standings(reader);
            for (Change change : standing.values()) {
                if (standings.giveWayTo(change)) {
                    writer.updateDocument(IndexForm.term(change.id()), form.document(change));
                }
            }
            writer.commit();
            return standings;
        });
        try {
            readers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Hits search(Search search) {
        return reading(reader -> new Searcher(reader, analyzers).search(search));
    }

    @Override
    public List<Report> reports(Collection<ArticleId> ids, Instant around) {
        return reading(reader -> new NearReports(reader).of(ids, around));
    }

    @Override
    public List<Report> near(Report report) {
        return reading(reader -> new NearReports(reader).of(report));
    }

    @Override
    public Counts counts(Criteria criteria, Facet facet) {
        return reading(reader -> new Searcher(reader, analyzers).counts(criteria, facet));
    }

    @Override
    public Optional<Passage> passage(Query query, @Nullable String language, String text) {
        return Passages.best(query, analyzers, Chain.of(language), text);
    }

    private interface Use<T> {
        T of(DirectoryReader reader) throws IOException;
    }

    private <T> T reading(Use<T> use) {
        try {
            DirectoryReader reader = readers.acquire();
            try {
                return use.of(reader);
            } finally {
                readers.release(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        readers.close();
        writer.close();
    }
}
