package app.lede.lucene;

import app.lede.lucene.analysis.Analyzers;
import app.lede.lucene.analysis.Chain;
import app.lede.search.Criteria;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds articles like a given one: those of its language that have at least {@value #SHARE} % of its most characteristic words,
 * which are frequent in it and rare in the index.
 */
final class Similar {

    /** More words make the search slower and hardly better. */
    private static final int MOST_WORDS = 25;

    private static final int SHARE = 30;

    /** Words of a text that are looked at; the lede says what an article is about. */
    private static final int MOST_TERMS = 5_000;

    private Similar() {}

    private record Weighted(Term term, double weight) {}

    static Query to(Criteria.Example example, Analyzers analyzers, IndexReader reader) throws IOException {
        Chain chain = Chain.of(example.language());
        Map<String, Integer> frequencies = new HashMap<>();
        analyzers.sought(chain, example.text()).stream()
                .limit(MOST_TERMS)
                .forEach(term -> frequencies.merge(chain.marker() + term.text(), 1, Integer::sum));
        List<Weighted> best = best(frequencies, IndexForm.WORDS, reader);
        if (best.isEmpty()) {
            return new MatchNoDocsQuery("no words to compare");
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Weighted word : best) {
            query.add(new BoostQuery(new TermQuery(word.term()), (float) word.weight()), Occur.SHOULD);
        }
        return query.setMinimumNumberShouldMatch(Math.max(1, (best.size() * SHARE + 99) / 100))
                .build();
    }

    private static List<Weighted> best(Map<String, Integer> frequencies, String field, IndexReader reader)
            throws IOException {
        List<Weighted> words = new ArrayList<>();
        double documents = reader.maxDoc();
        for (Map.Entry<String, Integer> word : frequencies.entrySet()) {
            Term term = new Term(field, word.getKey());
            int having = reader.docFreq(term);
            if (having > 0) {
                words.add(new Weighted(term, word.getValue() * Math.log(1 + documents / having)));
            }
        }
        words.sort(Comparator.comparingDouble(Weighted::weight).reversed().thenComparing(word -> word.term()
                .text()));
        List<Weighted> best = words.subList(0, Math.min(MOST_WORDS, words.size()));
        double most = best.isEmpty() ? 1 : best.getFirst().weight();
        return best.stream()
                .map(word -> new Weighted(word.term(), word.weight() / most))
                .toList();
    }
}
