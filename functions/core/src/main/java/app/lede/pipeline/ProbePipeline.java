package app.lede.pipeline;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.Canary;
import app.lede.document.DocumentList;
import app.lede.document.DocumentLog;
import app.lede.document.DocumentRecord;
import app.lede.document.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Looks for the article of the canary document that was written an hour ago, and writes the next one. Shows what no alarm on errors
 * sees: a notification that is not sent, a queue without a function, a store that forgets. Safe to repeat. Thread safe.
 */
public final class ProbePipeline {

    /** From the writing of one canary to the look at it, at most: a tick and a half. */
    static final Duration FRESH = Duration.ofMinutes(90);

    /** Age below which a canary cannot be missed yet: the probe that wrote it is invoked twice. */
    static final Duration REPEATED = Duration.ofMinutes(30);

    /** Place in the list of keys just before the canary. */
    private static final String BEFORE = Canary.KEY.substring(0, Canary.KEY.length() - 1);

    private final DocumentList documents;
    private final DocumentLog log;
    private final ArticleStore articles;
    private final BiConsumer<String, byte[]> bucket;

    /**
     * Assembles the step.
     *
     * @param documents of the documents bucket
     * @param bucket stores an HTML document under a key of the documents bucket
     */
    public ProbePipeline(
            DocumentList documents, DocumentLog log, ArticleStore articles, BiConsumer<String, byte[]> bucket) {
        this.documents = documents;
        this.log = log;
        this.articles = articles;
        this.bucket = bucket;
    }

    /** Result of a look. */
    public sealed interface Result {

        /** The last canary became the article that is read now. */
        record Passed() implements Result {}

        /** No canary was written before, or the first one just now. */
        record First() implements Result {}

        /** The last canary did not come through. */
        record Lost(String reason) implements Result {}
    }

    /**
     * Looks for the last canary and writes the next, also after a loss.
     *
     * @param now the scheduled time
     */
    public Result probe(Instant now) {
        Result result = look(now);
        bucket.accept(Canary.KEY, page(now).getBytes(StandardCharsets.UTF_8));
        return result;
    }

    private Result look(Instant now) {
        Optional<DocumentRecord> newest = log.byKey(Canary.KEY).stream().findFirst();
        Optional<Article> article = articles.get(Canary.ID);
        if (newest.isEmpty() && article.isEmpty() && !isMissed(now)) {
            return new Result.First();
        }
        if (newest.isEmpty() || newest.get().received().isBefore(now.minus(FRESH))) {
            return new Result.Lost("the document written an hour ago has no outcome");
        }
        Outcome outcome = newest.get().outcome();
        if (outcome != Outcome.STORED && outcome != Outcome.UNCHANGED) {
            return new Result.Lost("the document written an hour ago ended as " + outcome.label());
        }
        boolean read = article.filter(known -> !known.changed().isBefore(now.minus(FRESH)))
                .isPresent();
        return read ? new Result.Passed() : new Result.Lost("its article is not the one that was stored");
    }

    /** Tests for a canary of an earlier hour in the bucket; on a stack that never worked it is the only trace of the last call. */
    private boolean isMissed(Instant now) {
        return documents.after(BEFORE, 1).objects().stream()
                .filter(object -> object.key().equals(Canary.KEY))
                .anyMatch(object -> object.at().isBefore(now.minus(REPEATED)));
    }

    /** Returns a page whose words name the hour, so that each is a revision of its own. */
    private static String page(Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        return """
            <html lang="en"><head><title>The canary of %1$s</title><link rel="canonical" href="%2$s"></head><body><article>
            <h1>The canary of %1$s</h1>
            <p>This page was written by the pipeline to itself at %1$s. It should be parsed, summarised and stored within minutes,
            and be found again by its address an hour later, when the next page takes its place.</p>
            <p>It stands in no list and no search, and nobody needs to read it. If it fails to arrive, an alarm rings, and the
            runbook says where to look.</p>
            </article></body></html>
            """.formatted(hour, Canary.URL);
    }
}
