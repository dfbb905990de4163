package app.lede.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.article.ArticleId;
import app.lede.document.FetchedFrom;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.hash.Digest;
import app.lede.publish.ArticleView;
import app.lede.summary.ExtractiveSummariser;
import app.lede.testkit.InMemoryArticleTexts;
import app.lede.testkit.InMemoryArticles;
import app.lede.testkit.InMemoryDocumentLog;
import app.lede.testkit.InMemoryDocuments;
import app.lede.testkit.InMemorySiteLines;
import app.lede.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfilledArticleTest {

    private static final String URL = "https://news.example.org/ferry";

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final InMemoryArticleTexts texts = new InMemoryArticleTexts();
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryDocumentLog log = new InMemoryDocumentLog();
    private final InstantSource clock = InstantSource.fixed(Samples.NOON);

    @Test
    void the_document_of_a_backfill_makes_an_article_that_says_so() {
        fetch(0, true, "Fares stay.");
        assertEquals(
                true,
                ArticleView.json(articles.get(ArticleId.ofUrl(URL)).orElseThrow())
                        .path("backfilled")
                        .asBoolean());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void later_revisions_keep_the_origin_of_the_first(boolean first) {
        fetch(0, first, "Fares stay.");
        fetch(9, !first, "Fares rise by a tenth.");
        var article = articles.get(ArticleId.ofUrl(URL)).orElseThrow();
        assertEquals(
                Samples.NOON.plusSeconds(9 * 60),
                article.provenance().precedence().at());
        assertEquals(first, article.provenance().backfilled());
    }

    private void fetch(int minute, boolean backfilled, String words) {
        String page = "<article><h1>The ferry sails again</h1><p>The ferry to the islands sails again from Monday, the"
                + " harbour office said, after six weeks in dock. " + words + "</p><p>Islanders had to fly or to stay"
                + " at home meanwhile, and freight came by a smaller boat twice a week.</p></article>";
        String key = "web/" + Digest.hex(URL) + "/" + Digest.hex(page);
        documents.put(
                key,
                page.getBytes(StandardCharsets.UTF_8),
                "text/html",
                FetchedFrom.page(
                        URL,
                        Samples.NOON.plusSeconds(60L * minute),
                        new FetchedFrom.Discovery("source", null, backfilled, false)));
        ParseDocument parse = new ParseDocument(documents, new ArticleExtractor(), new InMemorySiteLines(), texts, log);
        SummariseArticle summarise = new SummariseArticle(
                texts,
                articles,
                log,
                new LanguageDetector(),
                new FactFinder(),
                new ExtractiveSummariser(),
                clock,
                Watchdog.UNBOUNDED,
                new Deletion(articles, texts, documents, log, clock));
        var parsed = assertInstanceOf(ParseDocument.Result.Parsed.class, parse.parse(documents.announced(key)));
        var unused = summarise.summarise(parsed.article().key());
    }
}
