package app.lede.lucene;

import app.lede.search.Fact;
import app.lede.search.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Translates the facts and times of a filter into Lucene's queries. */
final class FilterQueries {

    private FilterQueries() {}

    /** Returns the conditions, all of which must hold; none for a filter that matches everything. */
    static List<Query> of(Filter filter) {
        List<Query> conditions = new ArrayList<>();
        filter.facts().forEach((fact, values) -> conditions.add(fact(fact, values)));
        time(conditions, IndexForm.ARRIVAL, filter.from(), filter.to());
        time(conditions, IndexForm.PUBLISHED, filter.publishedFrom(), filter.publishedTo());
        time(conditions, IndexForm.CHANGED, filter.changedFrom(), null);
        return conditions;
    }

    private static Query fact(Fact fact, Set<String> values) {
        List<BytesRef> terms = values.stream()
                .map(value -> new BytesRef(fact.comparable(value)))
                .distinct()
                .toList();
        return terms.size() == 1
                ? new TermQuery(new Term(IndexForm.fact(fact), terms.getFirst()))
                : new TermInSetQuery(IndexForm.fact(fact), terms);
    }

    private static void time(List<Query> conditions, String field, @Nullable Instant from, @Nullable Instant to) {
        if (from != null || to != null) {
            conditions.add(LongField.newRangeQuery(
                    field,
                    from == null ? Long.MIN_VALUE : firstAt(from),
                    to == null ? Long.MAX_VALUE : firstAt(to) - 1));
        }
    }

    /** Returns the first millisecond that is not before a time; times in the index have milliseconds. */
    private static long firstAt(Instant time) {
        long millis = time.toEpochMilli();
        return time.isAfter(Instant.ofEpochMilli(millis)) ? millis + 1 : millis;
    }
}
