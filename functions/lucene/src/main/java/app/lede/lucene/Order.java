package app.lede.lucene;

import app.lede.search.Position;
import app.lede.search.Search;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * Order of a search in Lucene's terms: by a field, then by the leading bits of the id.
 *
 * @param field the time to sort by, empty for scores
 */
record Order(String field, boolean falling) {

    static Order of(Search search) {
        return switch (search.sort()) {
            case NEWEST -> new Order(IndexForm.PUBLISHED, true);
            case OLDEST -> new Order(IndexForm.PUBLISHED, false);
            case ARRIVAL -> new Order(IndexForm.ARRIVAL, true);
            case CHANGED -> new Order(IndexForm.CHANGED, false);
            case RELEVANCE ->
                search.criteria().filter().isScored() ? new Order("", true) : new Order(IndexForm.PUBLISHED, true);
        };
    }

    boolean scored() {
        return field.isEmpty();
    }

    Sort sort() {
        SortField first = scored() ? SortField.FIELD_SCORE : IndexForm.time(field, falling);
        return new Sort(first, new SortField(IndexForm.TIE, SortField.Type.LONG));
    }

    /** Returns the condition that leaves out the pages before, where an index can jump over them. */
    Optional<Query> from(Position after) {
        if (scored()) {
            return Optional.empty();
        }
        return Optional.of(
                falling
                        ? LongField.newRangeQuery(field, Long.MIN_VALUE, after.value())
                        : LongField.newRangeQuery(field, after.value(), Long.MAX_VALUE));
    }

    /** Returns the last hit of the page before; no other document has its place. */
    FieldDoc last(Position after, int document) {
        Object value = scored() ? (Object) Float.intBitsToFloat((int) after.value()) : (Object) after.value();
        return new FieldDoc(document, 0, new Object[] {value, Position.tie(after.id())});
    }

    /** Returns the score of a hit in an order by scores. */
    float score(FieldDoc hit) {
        return (Float) hit.fields[0];
    }

    /** Returns the value of a hit that the order compares. */
    long value(FieldDoc hit) {
        Object value = hit.fields[0];
        return value instanceof Float score ? Float.floatToIntBits(score) : (Long) value;
    }
}
