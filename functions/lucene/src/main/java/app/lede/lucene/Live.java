package app.lede.lucene;

import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;

/** Matches articles and not the documents that mark removals. */
final class Live {

    static final Query QUERY = new FieldExistsQuery(IndexForm.PUBLISHED);

    private Live() {}
}
