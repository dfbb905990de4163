package app.lede.lucene.segments;

import app.lede.lucene.IndexForm;
import app.lede.search.segments.Segment;
import app.lede.search.segments.TimeSpan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * A segment in memory, with the documents that later changes in other segments superseded. Once superseded, a document stays
 * so. Not thread safe; the readers it returns are.
 */
final class OpenSegment {

    private final Segment segment;
    private final CodecReader reader;
    private final Identities identities;
    private final long[] changed;
    private final FixedBitSet removals;
    private final Set<String> comparedWith = new HashSet<>();
    /** Replaced rather than changed, as readers keep it. */
    private FixedBitSet superseded;

    private OpenSegment(Segment segment, CodecReader reader) throws IOException {
        this.segment = segment;
        this.reader = reader;
        this.identities = new Identities(reader);
        this.changed = new long[reader.maxDoc()];
        this.removals = new FixedBitSet(reader.maxDoc());
        this.superseded = new FixedBitSet(reader.maxDoc());
        SortedNumericDocValues times = DocValues.getSortedNumeric(reader, IndexForm.CHANGED);
        for (int doc = times.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = times.nextDoc()) {
            changed[doc] = times.nextValue();
        }
        removals.set(0, reader.maxDoc());
        SortedNumericDocValues articles = DocValues.getSortedNumeric(reader, IndexForm.PUBLISHED);
        for (int doc = articles.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = articles.nextDoc()) {
            removals.clear(doc);
        }
    }

    /** Opens a segment's bytes; damaged ones are an IOException. */
    static OpenSegment of(Segment segment, byte[] bytes) throws IOException {
        DirectoryReader index = DirectoryReader.open(PackedFiles.open(bytes));
        if (index.leaves().size() != 1
                || !(index.leaves().getFirst().reader() instanceof CodecReader reader)
                || reader.terms(IndexForm.ID) == null) {
            throw new IOException(segment.name() + " is not one segment of changes");
        }
        return new OpenSegment(segment, reader);
    }

    Segment segment() {
        return segment;
    }

    /**
     * Marks what the changes of a segment and of a later one supersede in each other. Of two changes of one article the later
     * time stands; of the same time the removal, else the later segment's.
     */
    static void compare(OpenSegment earlier, OpenSegment later) throws IOException {
        if (earlier.comparedWith.contains(later.segment.name())
                && later.comparedWith.contains(earlier.segment.name())) {
            return;
        }
        boolean turned = later.changed.length > earlier.changed.length;
        Identities fewer = (turned ? earlier : later).identities;
        Identities more = (turned ? later : earlier).identities;
        Marks marks = new Marks(earlier, later);
        for (int one = 0; one < fewer.documents(); one++) {
            int other = more.find(fewer, one);
            if (other != Identities.NONE) {
                marks.settle(turned ? one : other, turned ? other : one);
            }
        }
        marks.keep();
        earlier.comparedWith.add(later.segment.name());
        later.comparedWith.add(earlier.segment.name());
    }

    private static int document(TermsEnum term) throws IOException {
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        return documents.nextDoc();
    }

    /** Superseded documents of two segments, collected in copies. */
    private static final class Marks {
        private final OpenSegment earlier;
        private final OpenSegment later;
        private final FixedBitSet ofEarlier;
        private final FixedBitSet ofLater;

        Marks(OpenSegment earlier, OpenSegment later) {
            this.earlier = earlier;
            this.later = later;
            this.ofEarlier = earlier.superseded.clone();
            this.ofLater = later.superseded.clone();
        }

        void settle(int one, int other) {
            long before = earlier.changed[one];
            long after = later.changed[other];
            boolean earlierStands =
                    before > after || (before == after && earlier.removals.get(one) && !later.removals.get(other));
            if (earlierStands) {
                ofLater.set(other);
            } else {
                ofEarlier.set(one);
            }
        }

        void keep() {
            earlier.superseded = ofEarlier;
            later.superseded = ofLater;
        }
    }

    /** Returns a reader of the articles that stand. */
    CodecReader articles() {
        FixedBitSet hidden = superseded.clone();
        hidden.or(removals);
        return reader(hidden);
    }

    /**
     * Returns a reader of the changes that stand.
     *
     * @param forget tombstones before this time are left out
     */
    CodecReader changes(Instant forget) {
        FixedBitSet hidden = superseded.clone();
        for (int doc = nextRemoval(0); doc < reader.maxDoc(); doc = nextRemoval(doc + 1)) {
            if (Instant.ofEpochMilli(changed[doc]).isBefore(forget)) {
                hidden.set(doc);
            }
        }
        return reader(hidden);
    }

    /** Returns the times of the tombstones that stand and are not before a time. */
    Optional<TimeSpan> removed(Instant forget) {
        Optional<TimeSpan> span = Optional.empty();
        for (int doc = nextRemoval(0); doc < reader.maxDoc(); doc = nextRemoval(doc + 1)) {
            TimeSpan one = TimeSpan.of(Instant.ofEpochMilli(changed[doc]));
            if (!superseded.get(doc) && !one.first().isBefore(forget)) {
                span = Optional.of(span.map(one::and).orElse(one));
            }
        }
        return span;
    }

    /** Returns the next tombstone from a document on; a number beyond the last document if there is none. */
    private int nextRemoval(int from) {
        return from < reader.maxDoc() ? removals.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
    }

    /** Returns the ids of articles whose tombstones stand and are before a time. */
    List<BytesRef> deletedBefore(Instant time) throws IOException {
        BinaryDocValues ids = DocValues.getBinary(reader, IndexForm.ID);
        List<BytesRef> deleted = new ArrayList<>();
        for (int doc = nextRemoval(0); doc < reader.maxDoc(); doc = nextRemoval(doc + 1)) {
            if (Instant.ofEpochMilli(changed[doc]).isBefore(time) && !superseded.get(doc) && ids.advanceExact(doc)) {
                deleted.add(BytesRef.deepCopyOf(ids.binaryValue()));
            }
        }
        return deleted;
    }

    /** Tests whether an article of these ids is in the segment, superseded or not. */
    boolean holdsArticle(List<BytesRef> ids) throws IOException {
        TermsEnum lookup = reader.terms(IndexForm.ID).iterator();
        for (BytesRef id : ids) {
            if (lookup.seekExact(id) && !removals.get(document(lookup))) {
                return true;
            }
        }
        return false;
    }

    private CodecReader reader(FixedBitSet hidden) {
        int left = reader.maxDoc() - hidden.cardinality();
        return left == reader.maxDoc() ? reader : new WithoutHidden(reader, hidden, left);
    }
}
