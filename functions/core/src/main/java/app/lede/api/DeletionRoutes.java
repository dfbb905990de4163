package app.lede.api;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.document.DocumentId;
import app.lede.export.ExportWithdrawal;
import app.lede.json.Json;
import app.lede.pipeline.Deletion;
import app.lede.pipeline.DeletionJob;
import app.lede.pipeline.JobQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Deletes an article or a document, and cancels the exports that may hold it; asking again is answered alike. Exports are
 * cancelled before the deletion, lest it breaks off between the two, and after it, as one may have been started meanwhile.
 * Thread safe.
 */
final class DeletionRoutes {

    /** Time after which the request that began a deletion has ended: API Gateway waits 29 s. */
    private static final Duration FIRST_STRETCH = Duration.ofSeconds(30);

    private final ArticleStore articles;
    private final Deletion deletion;
    private final JobQueue<DeletionJob> jobs;
    private final ExportWithdrawal exports;

    DeletionRoutes(ArticleStore articles, Deletion deletion, JobQueue<DeletionJob> jobs, ExportWithdrawal exports) {
        this.articles = articles;
        this.deletion = deletion;
        this.jobs = jobs;
        this.exports = exports;
    }

    /** Handles {@code DELETE /v1/articles/{id}}. */
    Answer article(Request request) {
        String id = request.variable("id");
        return ArticleId.isValid(id) && deleted(new ArticleId(id))
                ? Answer.empty(204)
                : Problem.notFound("there is no article " + Problem.cut(id));
    }

    private boolean deleted(ArticleId id) {
        Optional<Article> article = articles.get(id);
        article.ifPresent(exports::cancelFor);
        boolean deleted = deletion.article(id);
        article.ifPresent(exports::cancelFor);
        return deleted;
    }

    /** Handles {@code DELETE /v1/documents/{id}}; what one request has no time for goes on by itself. */
    Answer document(Request request) {
        String id = request.variable("id");
        Deletion.Progress progress = DocumentId.isValid(id) ? deleted(new DocumentId(id)) : Deletion.Progress.UNKNOWN;
        return switch (progress.state()) {
            case UNKNOWN -> Problem.notFound("there is no document " + Problem.cut(id));
            case UNDER_WAY ->
                Answer.json(
                                202,
                                Json.object()
                                        .put("document", id)
                                        .put("parts", progress.parts())
                                        .put("partsDeleted", progress.deleted()))
                        .with("location", "/v1/documents/" + id);
            case DONE -> Answer.empty(204);
        };
    }

    /**
     * Deletes a document as far as time allows. The job that goes on by itself is enqueued beforehand, as a call that breaks off cannot
     * do so, and once, as each starts a row of jobs: a repeated request only does its own stretch.
     */
    private Deletion.Progress deleted(DocumentId id) {
        if (deletion.mayHoldParts(id)) {
            jobs.sendLater(DeletionJob.of(id), FIRST_STRETCH);
        }
        return deletion.document(id, exports::cancelFor);
    }

    /** Goes on with a deletion as far as time allows, and enqueues a job for the rest. */
    Deletion.Progress goOn(DeletionJob job) {
        Deletion.Progress progress = deletion.goOn(job, exports::cancelFor);
        if (progress.next() != null) {
            jobs.send(List.of(progress.next()));
        }
        return progress;
    }
}
