package app.lede.reprocess;

import app.lede.article.Article;
import app.lede.article.ParsedArticle;
import app.lede.boilerplate.SiteLines;
import app.lede.document.DocumentStore;
import app.lede.document.ObjectCreated;
import app.lede.enrich.FactFinder;
import app.lede.enrich.LanguageDetector;
import app.lede.extract.ArticleExtractor;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.ParseDocument;
import app.lede.pipeline.SummariseArticle;
import app.lede.pipeline.Watchdog;
import app.lede.summary.Summariser;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Runs one stored document through the steps of the pipeline, which read the real documents and write nowhere. No model is asked:
 * its summaries are kept by the text and would cost again. Thread safe.
 */
public final class Rehearsal {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final DocumentStore documents;
    private final SiteLines lines;
    private final ArticleExtractor extractor;
    private final LanguageDetector languages;
    private final FactFinder facts;
    private final Summariser summariser;
    private final Watchdog watchdog;

    public Rehearsal(
            DocumentStore documents,
            SiteLines lines,
            ArticleExtractor extractor,
            LanguageDetector languages,
            FactFinder facts,
            Summariser summariser,
            Watchdog watchdog) {
        this.documents = new ShadowDocuments(documents);
        this.lines = new ShadowLines(lines);
        this.extractor = extractor;
        this.languages = languages;
        this.facts = facts;
        this.summariser = summariser;
        this.watchdog = watchdog;
    }

    /** Result of today's pipeline for a document. */
    public sealed interface Result {

        record Made(ParsedArticle parsed, Article article) implements Result {}

        /**
         * No article.
         *
         * @param outcome label of the document's outcome, such as {@code too-slow}
         */
        record Ended(String outcome) implements Result {}
    }

    /** Runs a document through the pipeline. */
    public Result of(ObjectCreated document) {
        ShadowTexts texts = new ShadowTexts();
        ShadowLog log = new ShadowLog();
        ParseDocument parse = new ParseDocument(
                documents, extractor, lines, texts, article -> false, log, new NoAnnouncements(), watchdog, CLOCK);
        return switch (parse.parse(document)) {
            case ParseDocument.Result.Ended ended ->
                new Result.Ended(ended.outcome().label());
            case ParseDocument.Result.GoesOn ignored -> new Result.Ended("collection");
            case ParseDocument.Result.Parsed parsed -> summarised(parsed.article(), texts, log);
        };
    }

    private Result summarised(ParsedArticle parsed, ShadowTexts texts, ShadowLog log) {
        ShadowArticles articles = new ShadowArticles();
        Deletion deletion = new Deletion(articles, texts, new ShadowDocuments(documents), log, CLOCK);
        SummariseArticle summarise =
                new SummariseArticle(texts, articles, log, languages, facts, summariser, CLOCK, watchdog, deletion);
        String outcome = summarise
                .summarise(parsed.key())
                .map(record -> record.outcome().label())
                .orElse("deleted");
        return articles.offered()
                .<Result>map(article -> new Result.Made(parsed, article))
                .orElseGet(() -> new Result.Ended(outcome));
    }
}
