package app.lede.testkit;

import app.lede.article.ArticleTexts;
import app.lede.document.DocumentList;
import app.lede.document.DocumentStore;
import app.lede.document.Erasure;
import app.lede.document.ObjectCreated;
import app.lede.export.ExportFiles;
import app.lede.export.ExportId;
import app.lede.search.SegmentStore;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** Runs the contract tests of objects on the in-memory ports. */
class InMemoryBucketPortsTest {

    @Nested
    class Documents extends DocumentStoreContract {
        private InMemoryDocuments documents = new InMemoryDocuments();

        @Override
        protected DocumentStore emptyStore() {
            documents = new InMemoryDocuments();
            return documents;
        }

        @Override
        protected ObjectCreated upload(String key, byte[] body, @Nullable String contentType) {
            return documents.upload(key, body, contentType);
        }

        @Override
        protected ObjectCreated announced(String key) {
            return documents.announced(key);
        }

        @Override
        protected void delete(String key) {
            documents.delete(key);
        }
    }

    @Nested
    class Lists extends DocumentListContract {
        private InMemoryDocuments documents = new InMemoryDocuments();

        @Override
        protected DocumentList emptyList() {
            documents = new InMemoryDocuments();
            return new InMemoryDocumentList(documents);
        }

        @Override
        protected ObjectCreated upload(String key, byte[] body) {
            return documents.upload(key, body, null);
        }
    }

    @Nested
    class Erasing extends ErasureContract {
        private InMemoryDocuments documents = new InMemoryDocuments();

        @Override
        protected Erasure emptyStore() {
            documents = new InMemoryDocuments();
            return documents;
        }

        @Override
        protected void upload(String key) {
            documents.upload(key, new byte[] {'w'}, null);
        }

        @Override
        protected Set<String> keys() {
            return documents.keys();
        }
    }

    @Nested
    class Texts extends ArticleTextsContract {
        @Override
        protected ArticleTexts emptyTexts() {
            return new InMemoryArticleTexts();
        }
    }

    @Nested
    class ExportedFiles extends ExportFilesContract {
        private InMemoryExportFiles files = new InMemoryExportFiles();

        @Override
        protected ExportFiles empty() {
            files = new InMemoryExportFiles();
            return files;
        }

        @Override
        protected Set<String> names(ExportId id) {
            return files.names(id);
        }

        @Override
        protected byte[] read(ExportId id, String name) {
            return files.read(id, name);
        }
    }

    @Nested
    class Segments extends SegmentStoreContract {
        @Override
        protected SegmentStore emptyStore() {
            return new InMemorySegmentStore(new TickingClock(Samples.NOON, Duration.ofSeconds(1)));
        }
    }
}
