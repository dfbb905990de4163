package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.article.Standing;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import app.lede.enrich.Countries;
import app.lede.enrich.LanguageDetector;
import app.lede.summary.Summariser;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The last step: the text of an article to its summary and facts, and to the one item that is asked for.
 *
 * <p>The text stands in the library before the item is written, and the document's outcome is written last. Thread safe.
 */
public final class SummariseArticle {

    private final ArticleTexts texts;
    private final ArticleStore articles;
    private final DocumentLog log;
    private final LanguageDetector languages;
    private final Countries countries;
    private final Summariser summariser;
    private final InstantSource clock;

    public SummariseArticle(
            ArticleTexts texts,
            ArticleStore articles,
            DocumentLog log,
            LanguageDetector languages,
            Countries countries,
            Summariser summariser,
            InstantSource clock) {
        this.texts = texts;
        this.articles = articles;
        this.log = log;
        this.languages = languages;
        this.countries = countries;
        this.summariser = summariser;
        this.clock = clock;
    }

    /** Stores the article whose text stands under a key; empty where the text was deleted meanwhile. */
    public Optional<DocumentRecord> summarise(String textKey) {
        return texts.get(textKey).map(parsed -> {
            Standing standing = articles.offer(article(parsed, textKey));
            DocumentRecord record = record(parsed, outcome(standing));
            log.record(record);
            return record;
        });
    }

    private Article article(ParsedArticle parsed, String textKey) {
        String text = parsed.text();
        String language = languages.detect(text, parsed.language()).orElse(null);
        return new Article(
                parsed.id(),
                parsed.revision(),
                parsed.documentId(),
                parsed.precedence(),
                textKey,
                clock.instant(),
                parsed.url(),
                parsed.sourceId(),
                parsed.usageInfo(),
                parsed.metadata(),
                language,
                countries.mentions(text, language),
                summariser.summarise(text, language, parsed.metadata().headline()));
    }

    private static DocumentRecord record(ParsedArticle parsed, Outcome outcome) {
        return new DocumentRecord(
                parsed.documentId(),
                parsed.documentKey(),
                null,
                parsed.documentId().at(),
                outcome,
                null,
                parsed.id().value(),
                ParseDocument.PARSER);
    }

    private static Outcome outcome(Standing standing) {
        return switch (standing) {
            case STORED -> Outcome.STORED;
            case UNCHANGED -> Outcome.UNCHANGED;
            case SUPERSEDED -> Outcome.SUPERSEDED;
        };
    }
}
