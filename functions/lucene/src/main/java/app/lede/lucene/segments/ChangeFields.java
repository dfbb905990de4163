package app.lede.lucene.segments;

import app.lede.search.Change;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;

/** Fields by which changes of one article in several segments are compared: every document has them, a tombstone alone. */
final class ChangeFields {

    /** Id of the article, a term. */
    static final String ID = "_id";

    /** Time of the change in milliseconds since 1970, a doc value. */
    static final String CHANGED = "_changed";

    /** Stands on tombstones alone, a doc value. */
    static final String REMOVED = "_removed";

    private ChangeFields() {}

    static void add(Document document, Change change) {
        document.add(new StringField(ID, change.id().value(), Field.Store.NO));
        document.add(new NumericDocValuesField(CHANGED, change.changed().toEpochMilli()));
        if (change instanceof Change.Remove) {
            document.add(new NumericDocValuesField(REMOVED, 1));
        }
    }
}
