package app.lede.lucene;

import app.lede.article.ArticleId;
import app.lede.search.Filter;
import app.lede.search.SearchIndex;
import app.lede.story.Report;
import app.lede.story.ReportBytes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Finds the fingerprints near a report in one state of the index; see {@link SearchIndex#near}. Thread safe. */
public final class NearReports {

    private final IndexSearcher searcher;

    /** Searches a reader, which it does not close. */
    public NearReports(IndexReader reader) {
        this.searcher = new IndexSearcher(reader);
        this.searcher.setQueryCache(null);
    }

    /** Returns the filter of the days that are looked at, up to a distance on both sides. */
    public static Filter within(Instant around, Duration distance) {
        return Filter.ALL.published(
                around.minus(distance), around.plus(distance).plusMillis(1));
    }

    private static Filter within(Report report) {
        return within(report.first(), Report.WINDOW);
    }

    /** Returns the reports of articles; see {@link SearchIndex#reports}. */
    public List<Report> of(Collection<ArticleId> ids, Instant around) throws IOException {
        List<BytesRef> terms = ids.stream().map(IdBytes::of).toList();
        BooleanQuery.Builder query =
                new BooleanQuery.Builder().add(new TermInSetQuery(IndexForm.ID, terms), Occur.FILTER);
        FilterQueries.of(within(around, Report.WINDOW.multipliedBy(2)))
                .forEach(condition -> query.add(condition, Occur.FILTER));
        Map<Integer, Report> found = new LinkedHashMap<>();
        read(searcher.search(query.build(), Math.max(1, ids.size())).scoreDocs, found);
        return List.copyOf(found.values());
    }

    /** Returns the reports near one; see {@link SearchIndex#near}. */
    public List<Report> of(Report report) throws IOException {
        Map<Integer, Report> found = new LinkedHashMap<>();
        List<String> bands = report.bands();
        Query copies = bands.isEmpty()
                ? new MatchNoDocsQuery("too short to be a copy")
                : shared(IndexForm.BAND, bands, bands.size() / 2);
        Sort earliest = new Sort(IndexForm.time(IndexForm.PUBLISHED, false));
        read(searcher.search(besides(report, copies).build(), SearchIndex.MOST_COPIES, earliest).scoreDocs, found);
        Query others = new BooleanQuery.Builder()
                .add(shared(IndexForm.BAND, bands, 1), Occur.SHOULD)
                .add(shared(IndexForm.KEY, report.keys(), Report.LEAST_KEYS), Occur.SHOULD)
                .setMinimumNumberShouldMatch(1)
                .build();
        Query near = besides(report, others).add(copies, Occur.MUST_NOT).build();
        read(searcher.search(near, SearchIndex.MOST_NEAR).scoreDocs, found);
        return List.copyOf(found.values());
    }

    private static BooleanQuery.Builder besides(Report report, Query near) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(near, Occur.MUST);
        FilterQueries.of(within(report)).forEach(condition -> query.add(condition, Occur.FILTER));
        return query.add(new TermQuery(IndexForm.term(report.id())), Occur.MUST_NOT);
    }

    private static Query shared(String field, List<String> terms, int least) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        terms.forEach(term -> query.add(new TermQuery(new Term(field, term)), Occur.SHOULD));
        return query.build();
    }

    private void read(ScoreDoc[] documents, Map<Integer, Report> found) throws IOException {
        for (ScoreDoc document : documents) {
            LeafReaderContext leaf = leaf(document.doc);
            BinaryDocValues reports = leaf.reader().getBinaryDocValues(IndexForm.REPORT);
            if (reports != null && reports.advanceExact(document.doc - leaf.docBase)) {
                BytesRef bytes = reports.binaryValue();
                Report report =
                        ReportBytes.read(Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
                if (report != null) {
                    found.putIfAbsent(document.doc, report);
                }
            }
        }
    }

    private LeafReaderContext leaf(int document) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }
}
