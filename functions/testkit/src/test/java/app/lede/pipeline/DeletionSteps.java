package app.lede.pipeline;

import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.document.DocumentRecord;
import app.lede.document.Erasure;
import app.lede.document.FetchedFrom;
import app.lede.document.ObjectCreated;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Steps of a story that is fetched or uploaded, read and deleted, over stores in memory. */
abstract class DeletionSteps {

    private static final String URL = "https://news.example.org/bridge";
    static final ArticleId BRIDGE = ArticleId.ofUrl(URL);
    private static final LanguageDetector LANGUAGES = new LanguageDetector();
    private static final FactFinder FACTS = new FactFinder();
    static final Erasure BROKEN = new Erasure() {
        @Override
        public void delete(String key, @Nullable String versionId) {
            throw new IllegalStateException("down");
        }

        @Override
        public void deleteAll(String folder) {
            throw new IllegalStateException("down");
        }
    };
    private static final String FOLDER = "web/" + "a".repeat(64) + "/";

    final InMemoryDocuments documents = new InMemoryDocuments();
    final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    final InMemoryArticles articles = new InMemoryArticles();
    final InMemoryDocumentLog log = new InMemoryDocumentLog();
    final InstantSource clock = InstantSource.fixed(Samples.NOON);
    final Deletion deletion = new Deletion(articles, texts, documents, log, clock);
    final ParseDocument parse =
            new ParseDocument(documents, new ArticleExtractor(), new InMemorySiteLines(), texts, log);
    final SummariseArticle summarise = summariser(articles, deletion);

    final SummariseArticle summariser(ArticleStore store, Deletion removal) {
        return new SummariseArticle(
                texts, store, log, LANGUAGES, FACTS, new ExtractiveSummariser(), clock, Watchdog.UNBOUNDED, removal);
    }

    static byte[] story(String words) {
        return ("The bridge over the river was opened again on Friday, and " + words + ".\n\n"
                        + "Three weeks after the flood the first lorries crossed it in the morning, the mayor said.\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    final ObjectCreated fetched(String words, int minutes) {
        String key = FOLDER + words.replace(' ', '-');
        documents.put(
                key,
                story(words),
                "text/plain",
                FetchedFrom.page(URL, Samples.NOON.plusSeconds(60L * minutes), FetchedFrom.Discovery.by("source")));
        return documents.announced(key);
    }

    final DocumentRecord read(ObjectCreated announced) {
        if (parse.parse(announced) instanceof ParseDocument.Result.Parsed parsed) {
            var unused = summarise.summarise(parsed.article().key());
        }
        return log.get(announced.documentId()).orElseThrow();
    }
}
