package app.lede.lucene.segments;

import app.lede.lucene.IndexForm;
import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the document of an article in a segment, by a hash table with open addressing over the leading bits of the ids: 16 to
 * 24 bytes a document. Takes a small part of the time that looking ids up among the terms takes. Thread safe.
 */
final class Identities {

    static final int NONE = -1;

    private final LeafReader reader;

    /** Leading bits of the ids, by document. */
    private final long[] ties;

    /** Documents, counted from 1; 0 where nothing is. A power of two, at least twice the documents. */
    private final int[] slots;

    Identities(LeafReader reader) throws IOException {
        this.reader = reader;
        this.ties = new long[reader.maxDoc()];
        this.slots = new int[Integer.highestOneBit(Math.max(1, reader.maxDoc())) * 4];
        NumericDocValues values = DocValues.getNumeric(reader, IndexForm.TIE);
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            ties[doc] = values.longValue();
            int slot = first(ties[doc]);
            while (slots[slot] != 0) {
                slot = next(slot);
            }
            slots[slot] = doc + 1;
        }
    }

    int documents() {
        return ties.length;
    }

    /** Returns the document of the article that a document of another segment belongs to, or {@link #NONE}. */
    int find(Identities other, int document) throws IOException {
        long tie = other.ties[document];
        for (int slot = first(tie); slots[slot] != 0; slot = next(slot)) {
            int found = slots[slot] - 1;
            // Two articles may share the leading bits.
            if (ties[found] == tie && id(found).bytesEquals(other.id(document))) {
                return found;
            }
        }
        return NONE;
    }

    private BytesRef id(int document) throws IOException {
        BinaryDocValues ids = DocValues.getBinary(reader, IndexForm.ID);
        if (!ids.advanceExact(document)) {
            throw new IOException("a document without id");
        }
        return ids.binaryValue();
    }

    /** Ids are hashes, but somebody may choose addresses whose last bits agree: all bits take part. */
    private int first(long tie) {
        long mixed = tie * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}
