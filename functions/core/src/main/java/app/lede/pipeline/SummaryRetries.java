package app.lede.pipeline;

import app.lede.abstractive.Reason;
import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.document.DocumentId;
import app.lede.document.ObjectCreated;
import app.lede.library.PackedArticle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Asks a model again where a failure of its service left the extractive summary: after a minute, after four, then every quarter of an
 * hour, {@value #MOST_ATTEMPTS} times in all. The article is readable meanwhile. Deliveries may repeat; what is no longer the current
 * revision is left alone. Thread safe.
 */
public final class SummaryRetries {

    private static final List<Duration> DELAYS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(4));

    /** The last is some 90 minutes after the first failure. */
    static final int MOST_ATTEMPTS = 8;

    private final ArticleTexts texts;
    private final ArticleStore articles;
    private final ModelSummaries models;
    private final JobQueue<ObjectCreated> announcements;
    private final InstantSource clock;

    /**
     * Assembles the step.
     *
     * @param announcements of texts, to be summarised again
     */
    public SummaryRetries(
            ArticleTexts texts,
            ArticleStore articles,
            ModelSummaries models,
            JobQueue<ObjectCreated> announcements,
            InstantSource clock) {
        this.texts = texts;
        this.articles = articles;
        this.models = models;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Outcome of an attempt. */
    public enum End {
        /** The article has a summary that stays, or another revision stands. */
        SETTLED,
        /** The service failed again; another attempt follows. */
        DEFERRED,
        /** The service failed again, for the last time. */
        GIVEN_UP
    }

    /**
     * Follows up on a text that was summarised, or makes the attempt that is announced.
     *
     * @throws app.lede.abstractive.CallUnderway if another attempt is asking for the same summary
     */
    public End follow(ObjectCreated announced) {
        if (models.summariser().isEmpty()) {
            return End.SETTLED;
        }
        Optional<ParsedArticle> parsed = texts.get(announced.key());
        Optional<Article> failed = parsed.flatMap(this::failed);
        if (announced.attempt() > 0) {
            failed = failed.flatMap(article -> again(parsed.orElseThrow(), article));
        }
        if (failed.isEmpty()) {
            return End.SETTLED;
        }
        int next = announced.attempt() + 1;
        if (next > MOST_ATTEMPTS) {
            return End.GIVEN_UP;
        }
        announcements.sendLater(
                announced.attempted(next), next > DELAYS.size() ? JobQueue.LONGEST_DELAY : DELAYS.get(next - 1));
        return End.DEFERRED;
    }

    /** Returns the article if it stands as this document said it and its summary failed. */
    private Optional<Article> failed(ParsedArticle parsed) {
        DocumentId document = parsed.provenance().documentId();
        return articles.get(parsed.id())
                .filter(article -> article.revision().equals(parsed.revision())
                        && article.provenance().documentId().equals(document)
                        && Reason.isTransient(article.summary().reason()));
    }

    /** Asks again; returns the article if it failed again. */
    private Optional<Article> again(ParsedArticle parsed, Article article) {
        Article asked = models.in(parsed, article);
        if (Reason.isTransient(asked.summary().reason())) {
            return Optional.of(asked);
        }
        var unused = articles.resummarise(PackedArticle.fitting(asked).storedAt(clock.instant()));
        return Optional.empty();
    }
}
