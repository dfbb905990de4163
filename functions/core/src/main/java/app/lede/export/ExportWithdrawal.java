package app.lede.export;

import app.lede.article.Article;
import app.lede.pipeline.JobQueue;
import app.lede.search.Filter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Cancels the exports that may hold an article which is deleted, so that their files are deleted too. An export is taken to
 * hold it if its filter matches the article as it stands, whatever its full-text query. Thread safe.
 */
public final class ExportWithdrawal {

    private static final String REASON = "an article that it may hold was deleted; start the export again";

    /** From the sending of a job to its arrival: a request is over by then, and its exports are cancelled. */
    private static final Duration UNTIL_CANCELLED = Duration.ofSeconds(30);

    private final Exports exports;
    private final JobQueue<ExportJob> queue;
    private final Function<String, Filter> filters;

    /**
     * Builds the step over its stores.
     *
     * @param filters reads what {@link Filter#canonical} wrote
     */
    public ExportWithdrawal(Exports exports, JobQueue<ExportJob> queue, Function<String, Filter> filters) {
        this.exports = exports;
        this.queue = queue;
        this.filters = filters;
    }

    /** Cancels the exports of an article, running or complete; repeating it changes nothing. */
    public void cancelFor(Article article) {
        exports.live().stream()
                .filter(export -> export.state() != Export.State.CANCELLED)
                .filter(export ->
                        filters.apply(export.filter()).changedSince(null).matches(article))
                .forEach(this::cancel);
    }

    /** Sends the job first: were it lost after the export is cancelled, a repeated call would find nothing left to cancel. */
    private void cancel(Export export) {
        queue.sendLater(new ExportJob(export.id()), UNTIL_CANCELLED);
        Optional<Export> stored = Optional.of(export);
        while (stored.isPresent()
                && stored.get().state() != Export.State.CANCELLED
                && !exports.replace(stored.get().in(Export.State.CANCELLED, REASON))) {
            stored = exports.get(export.id()); // It went on meanwhile, one step.
        }
    }
}
