package app.lede.lucene;

import app.lede.search.SearchIndex;
import app.lede.testkit.AnalysisTraps;
import app.lede.testkit.NearReportsContract;
import app.lede.testkit.SearchIndexContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Nested;

/** Runs the contract of search, and the traps of analysis, on Lucene. */
class LuceneSearchIndexTest {

    @Nested
    class Contract extends SearchIndexContract {
        @Override
        protected SearchIndex emptyIndex() {
            return inMemory();
        }
    }

    @Nested
    class Near extends NearReportsContract {
        @Override
        protected SearchIndex emptyIndex() {
            return inMemory();
        }
    }

    @Nested
    class Traps extends AnalysisTraps {
        @Override
        protected SearchIndex emptyIndex() {
            return inMemory();
        }
    }

    private static SearchIndex inMemory() {
        try {
            return new LuceneSearchIndex(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
