package app.lede.lucene;

import app.lede.search.Filter;
import app.lede.search.SearchIndex;
import app.lede.story.Report;
import app.lede.story.ReportBytes;
import java.io.IOException;
import java.util.Arrays;
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
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
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

    /** Returns the filter of the days that are looked at. */
    public static Filter within(Report report) {
        return Filter.ALL.published(
                report.first().minus(Report.WINDOW), report.first().plus(Report.WINDOW).plusMillis(1));
    }

    /** Returns the reports near one. */
    public List<Report> of(Report report) throws IOException {
        Map<Integer, Report> found = new LinkedHashMap<>();
        Query bands = shared(IndexForm.BAND, report.signature().bands(), 1);
        Query close = new BooleanQuery.Builder()
                .add(bands, Occur.SHOULD)
                .add(shared(IndexForm.KEY, report.keys(), Report.LEAST_KEYS), Occur.SHOULD)
                .setMinimumNumberShouldMatch(1)
                .build();
        read(searcher.search(besides(report, close), SearchIndex.MOST_NEAR).scoreDocs, found);
        List<String> all = report.signature().bands();
        Query copies = besides(report, new ConstantScoreQuery(shared(IndexForm.BAND, all, all.size() / 2)));
        Sort earliest = new Sort(IndexForm.time(IndexForm.PUBLISHED, false));
        read(searcher.search(copies, SearchIndex.MOST_COPIES, earliest).scoreDocs, found);
        return List.copyOf(found.values());
    }

    private static Query besides(Report report, Query near) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(near, Occur.MUST);
        FilterQueries.of(within(report)).forEach(condition -> query.add(condition, Occur.FILTER));
        return query.add(new TermQuery(IndexForm.term(report.id())), Occur.MUST_NOT)
                .build();
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
