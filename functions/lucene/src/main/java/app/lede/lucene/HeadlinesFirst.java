package app.lede.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;

/**
 * A phrase, looked for in headlines first. If the hits there fill a page and each scores more than any article can that has
 * the phrase in its text alone, they are the page, and the positions of frequent words in all texts need not be read.
 *
 * @param headlines finds the articles with the phrase in the headline; scores them as the whole query does
 * @param texts finds the phrase anywhere, one query for each chain; no article matches two
 */
record HeadlinesFirst(Query headlines, List<Query> texts) {

    /** Articles whose positions are read in less time than headlines take. */
    private static final long FEW = 5_000;

    /** Returns a score that no article exceeds by its text alone; infinity where it is no use to look at headlines first. */
    float mostOfText(IndexSearcher searcher) throws IOException {
        List<ScorerSupplier> scorers = new ArrayList<>();
        for (Query text : texts) {
            Weight weight = searcher.createWeight(searcher.rewrite(text), ScoreMode.TOP_SCORES, 1);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                ScorerSupplier scorer = weight.scorerSupplier(leaf);
                if (scorer != null) {
                    scorers.add(scorer);
                }
            }
        }
        if (scorers.stream().mapToLong(ScorerSupplier::cost).sum() < FEW) {
            return Float.POSITIVE_INFINITY;
        }
        float most = 0;
        for (ScorerSupplier scorer : scorers) {
            most = Math.max(most, scorer.get(Long.MAX_VALUE).getMaxScore(DocIdSetIterator.NO_MORE_DOCS));
        }
        return most;
    }
}
