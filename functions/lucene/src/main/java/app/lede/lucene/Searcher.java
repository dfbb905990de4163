package app.lede.lucene;

import app.lede.article.ArticleId;
import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Counts;
import app.lede.search.Criteria;
import app.lede.search.Facet;
import app.lede.search.Hit;
import app.lede.search.Hits;
import app.lede.search.Position;
import app.lede.search.Search;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Searches one state of the index, in however many segments. Expects each article in one document that is not deleted. Does
 * not close its reader. Thread safe.
 */
public final class Searcher {

    /** A query of the longest text has fewer, with every word in every chain; its work is bounded by its length. */
    private static final int MOST_CLAUSES = 50_000;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final IndexSearcher searcher;
    private final Analyzers analyzers;
    private final Set<Chain> chains;

    public Searcher(IndexReader reader, Analyzers analyzers) {
        this.searcher = new IndexSearcher(reader);
        this.searcher.setQueryCache(null); // Queries take less time than filling it.
        this.analyzers = analyzers;
        this.chains = chains(reader);
    }

    /** Returns the chains that analysed any article. */
    private static Set<Chain> chains(IndexReader reader) {
        Set<Chain> chains = EnumSet.noneOf(Chain.class);
        try {
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms markers = Terms.getTerms(leaf.reader(), IndexForm.CHAIN);
                TermsEnum each = markers.iterator();
                for (BytesRef marker = each.next(); marker != null; marker = each.next()) {
                    Chain.ofMarker((char) marker.bytes[marker.offset]).ifPresent(chains::add);
                }
            }
            return chains;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns one page, as {@link app.lede.search.SearchIndex#search} does. */
    public Hits search(Search search) {
        Order order = Order.of(search);
        Position after = search.after() == null ? null : Position.decoded(search.after());
        int documents = searcher.getIndexReader().maxDoc();
        if (documents == 0) {
            return new Hits(List.of(), false);
        }
        FieldDoc last = after == null ? null : order.last(after, documents - 1);
        try {
            List<ScoreDoc> found = order.scored() ? inHeadlines(search, order, last) : List.of();
            if (found.isEmpty()) {
                BooleanQuery.Builder query =
                        query(search.criteria(), words(search.criteria(), order.scored()), order.scored());
                if (after != null) {
                    order.from(after).ifPresent(reached -> query.add(reached, Occur.FILTER));
                }
                found = top(query.build(), search, order, last);
            }
            return hits(found, search.limit(), order);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the page of a phrase, with one more hit, if headlines alone fill it; none otherwise. */
    private List<ScoreDoc> inHeadlines(Search search, Order order, @Nullable FieldDoc last) throws IOException {
        Criteria criteria = search.criteria();
        Optional<HeadlinesFirst> phrase = criteria.example() == null
                ? criteria.query().flatMap(new WordQueries(analyzers, chains, true)::headlinesFirst)
                : Optional.empty();
        float bound = phrase.isPresent() ? phrase.get().mostOfText(searcher) : Float.POSITIVE_INFINITY;
        if (bound == Float.POSITIVE_INFINITY) {
            return List.of();
        }
        Query headlines =
                query(criteria, phrase.map(HeadlinesFirst::headlines), true).build();
        List<ScoreDoc> found = top(headlines, search, order, last);
        boolean full = found.size() > search.limit() && order.score((FieldDoc) found.getLast()) > bound;
        return full ? found : List.of();
    }

    private List<ScoreDoc> top(Query query, Search search, Order order, @Nullable FieldDoc last) throws IOException {
        // Two hits beyond which nothing is counted: lists need no totals.
        TopFieldDocs top =
                searcher.search(query, new TopFieldCollectorManager(order.sort(), search.limit() + 1, last, 1));
        return Arrays.asList(top.scoreDocs);
    }

    /** Counts, as {@link app.lede.search.SearchIndex#counts} does. */
    public Counts counts(Criteria criteria, Facet facet) {
        try {
            return searcher.search(
                    query(criteria, words(criteria, false), false).build(), Counting.by(facet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Query> words(Criteria criteria, boolean scored) {
        return criteria.query().map(new WordQueries(analyzers, chains, scored)::translate);
    }

    private BooleanQuery.Builder query(Criteria criteria, Optional<Query> words, boolean scored) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        FilterQueries.of(criteria.filter()).forEach(condition -> query.add(condition, Occur.FILTER));
        Occur matching = scored ? Occur.MUST : Occur.FILTER;
        words.ifPresent(given -> query.add(given, matching));
        Criteria.Example example = criteria.example();
        ArticleId similarTo = criteria.filter().similarTo();
        if (example != null && similarTo != null) {
            query.add(similar(example), matching);
            query.add(new TermQuery(IndexForm.term(similarTo)), Occur.MUST_NOT);
        }
        Set<ArticleId> members = criteria.members();
        if (members != null) {
            List<BytesRef> terms = members.stream().map(IdBytes::of).toList();
            query.add(new TermInSetQuery(IndexForm.ID, terms), Occur.FILTER);
        }
        if (!criteria.filter().isScored()) {
            query.add(Live.QUERY, Occur.FILTER);
        }
        return query;
    }

    private Query similar(Criteria.Example example) {
        try {
            return Similar.to(example, analyzers, searcher.getIndexReader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Hits hits(List<ScoreDoc> found, int limit, Order order) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc doc : found.subList(0, Math.min(limit, found.size()))) {
            LeafReaderContext leaf = leaf(doc.doc);
            ArticleId id = id(leaf, doc.doc);
            Instant changed =
                    Instant.ofEpochMilli(Standings.time(leaf.reader(), IndexForm.CHANGED, doc.doc - leaf.docBase));
            hits.add(new Hit(id, new Position(order.value((FieldDoc) doc), id).encoded(), changed));
        }
        return new Hits(hits, found.size() > limit);
    }

    private LeafReaderContext leaf(int document) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }

    private static ArticleId id(LeafReaderContext leaf, int document) throws IOException {
        BinaryDocValues ids = leaf.reader().getBinaryDocValues(IndexForm.ID);
        if (ids == null || !ids.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("a document without id");
        }
        return IdBytes.read(ids.binaryValue());
    }
}
