package app.lede.lucene;

import app.lede.search.Change;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** Compares changes with what the index holds of their articles. */
final class Standings {

    private final IndexReader reader;

    Standings(IndexReader reader) {
        this.reader = reader;
    }

    /** Tells whether a change is later than everything the index holds of its article; see {@link Change#standing}. */
    boolean giveWayTo(Change change) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            if (!givesWay(leaf.reader(), change)) {
                return false;
            }
        }
        return true;
    }

    private static boolean givesWay(LeafReader leaf, Change change) throws IOException {
        PostingsEnum documents = leaf.postings(IndexForm.term(change.id()), PostingsEnum.NONE);
        Bits live = leaf.getLiveDocs();
        long offered = change.changed().toEpochMilli();
        while (documents != null && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int document = documents.docID();
            if (live == null || live.get(document)) {
                long known = time(leaf, IndexForm.CHANGED, document);
                boolean removes = change instanceof Change.Remove && exists(leaf, document);
                if (known > offered || (known == offered && !removes)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns a time of a document, in milliseconds since 1970. */
    static long time(LeafReader leaf, String field, int document) throws IOException {
        NumericDocValues times = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf, field));
        if (times == null || !times.advanceExact(document)) {
            throw new IllegalStateException("a document without " + field);
        }
        return times.longValue();
    }

    private static boolean exists(LeafReader leaf, int document) throws IOException {
        return DocValues.getSortedNumeric(leaf, IndexForm.PUBLISHED).advanceExact(document);
    }
}
