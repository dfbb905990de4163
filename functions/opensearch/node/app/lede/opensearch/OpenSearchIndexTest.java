package app.lede.opensearch;

import app.lede.search.SearchIndex;
import app.lede.testkit.AnalysisTraps;
import app.lede.testkit.NearReportsContract;
import app.lede.testkit.SearchIndexContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.opensearch.node.NodeValidationException;

/** Runs the contract of search, and the traps of analysis, on a node of OpenSearch in this process. */
class OpenSearchIndexTest {

    private static final AtomicInteger INDICES = new AtomicInteger();

    @TempDir
    private static Path home;

    private static OpenSearchNode node;

    @BeforeAll
    static void start() throws IOException, NodeValidationException {
        node = OpenSearchNode.start(Files.createDirectories(home.resolve("node")), 0);
    }

    @AfterAll
    static void stop() throws IOException {
        node.close();
    }

    @Nested
    class Contract extends SearchIndexContract {
        @Override
        protected SearchIndex emptyIndex() {
            return created();
        }
    }

    @Nested
    class Near extends NearReportsContract {
        @Override
        protected SearchIndex emptyIndex() {
            return created();
        }
    }

    @Nested
    class Traps extends AnalysisTraps {
        @Override
        protected SearchIndex emptyIndex() {
            return created();
        }
    }

    private static SearchIndex created() {
        try {
            HttpRest rest = new HttpRest(node.endpoint());
            int number = INDICES.getAndIncrement();
            if (number > 0) {
                rest.send("DELETE", "/articles-" + (number - 1), "");
            }
            OpenSearchIndex index = new OpenSearchIndex(rest, "articles-" + number);
            index.create();
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
