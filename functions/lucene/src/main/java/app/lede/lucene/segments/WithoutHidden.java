package app.lede.lucene.segments;

import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A segment without some of its documents, as if they had been deleted. Thread safe while the set does not change. */
final class WithoutHidden extends FilterCodecReader {

    private final Bits live;
    private final int left;

    /**
     * Hides documents.
     *
     * @param left number of those that are not hidden
     */
    WithoutHidden(CodecReader segment, FixedBitSet hidden, int left) {
        super(segment);
        this.live = new Bits() {
            @Override
            public boolean get(int document) {
                return !hidden.get(document);
            }

            @Override
            public int length() {
                return segment.maxDoc();
            }
        };
        this.left = left;
    }

    @Override
    public Bits getLiveDocs() {
        return live;
    }

    @Override
    public int numDocs() {
        return left;
    }

    /** Returns the segment's key: what is cached for a query does not depend on what is hidden. */
    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
        return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }
}
