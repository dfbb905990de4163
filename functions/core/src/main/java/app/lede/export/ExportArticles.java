package app.lede.export;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.json.Json;
import app.lede.pipeline.JobQueue;
import app.lede.publish.ArticleView;
import app.lede.publish.Release;
import app.lede.search.ArticleWalk;
import app.lede.search.Filter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes exports part by part. After each part the progress is marked, and a call that runs out of time sends a message to
 * go on. A part that was written but not marked is counted as it stands, so that a crash neither loses nor doubles an
 * article. Thread safe.
 */
public final class ExportArticles {

    /** Articles of one part. */
    static final int MOST_ARTICLES = 1_000;

    /** Bytes of one part, before compression; exceeded by at most one stretch. */
    private static final long MOST_BYTES = 16_000_000;

    /** Articles read at once; a text has up to 10 MB. */
    private static final int STRETCH = 16;

    private final Exports exports;
    private final ExportFiles files;
    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final ArticleWalk walk;
    private final Function<String, Filter> filters;
    private final JobQueue<ExportJob> queue;

    /**
     * Builds the step over its stores.
     *
     * @param filters reads what {@link Filter#canonical} wrote
     */
    public ExportArticles(
            Exports exports,
            ExportFiles files,
            ArticleStore articles,
            ArticleTexts texts,
            ArticleWalk walk,
            Function<String, Filter> filters,
            JobQueue<ExportJob> queue) {
        this.exports = exports;
        this.files = files;
        this.articles = articles;
        this.texts = texts;
        this.walk = walk;
        this.filters = filters;
        this.queue = queue;
    }

    /**
     * Goes on with an export.
     *
     * @param hasTime whether there is time for one more part
     */
    public ExportEnd run(ExportJob job, BooleanSupplier hasTime) {
        Optional<Export> found = exports.get(job.id());
        while (found.isPresent()) {
            Optional<ExportEnd> end = step(job, found.get(), hasTime);
            if (end.isPresent()) {
                return end.get();
            }
            found = exports.get(job.id());
        }
        files.retain(job.id(), List.of());
        return new ExportEnd.Unknown();
    }

    /** Takes one step; returns the end if it was the last of this call. */
    private Optional<ExportEnd> step(ExportJob job, Export export, BooleanSupplier hasTime) {
        return switch (export.state()) {
            case COMPLETE -> Optional.of(new ExportEnd.Complete(export.articles()));
            case CANCELLED -> {
                files.retain(job.id(), List.of());
                yield Optional.of(new ExportEnd.Cancelled());
            }
            case RUNNING, FAILED -> {
                if (!hasTime.getAsBoolean()) {
                    queue.send(List.of(job));
                    yield Optional.of(new ExportEnd.Continued(export.articles()));
                }
                boolean marked = exports.replace(export.walked() ? described(export) : advanced(export));
                yield marked || isCancelled(job.id()) ? Optional.empty() : Optional.of(new ExportEnd.Overtaken());
            }
        };
    }

    /** Records why an attempt failed that is to be repeated; the next step takes the remark back. */
    public void stumbled(ExportJob job, String cause) {
        exports.get(job.id())
                .filter(export -> export.state() == Export.State.RUNNING)
                .ifPresent(export -> exports.replace(
                        export.in(Export.State.RUNNING, "an attempt failed and will be repeated: " + cause)));
    }

    /** Records that the export is given up, unless a later attempt goes on with it. */
    public void broke(ExportJob job, String cause) {
        exports.get(job.id())
                .filter(export -> export.state() == Export.State.RUNNING || export.state() == Export.State.FAILED)
                .ifPresent(export -> exports.replace(export.in(Export.State.FAILED, cause)));
    }

    private boolean isCancelled(ExportId id) {
        return exports.get(id)
                .filter(export -> export.state() != Export.State.CANCELLED)
                .isEmpty();
    }

    private Export described(Export export) {
        // A part that was never marked, because all its articles were deleted before the step was repeated.
        files.retain(export.id(), export.names());
        String location = files.location(export.id());
        if (export.format() == ExportFormat.NDJSON_GZ) {
            files.describe(
                    export.id(),
                    Manifest.TABLE_NAME,
                    "text/plain; charset=utf-8",
                    Manifest.table(export, location).getBytes(StandardCharsets.UTF_8));
        }
        files.describe(export.id(), Manifest.NAME, "application/json", Json.bytes(Manifest.json(export, location)));
        return export.in(Export.State.COMPLETE, null);
    }

    /** Writes the next part, of articles of one day. */
    private Export advanced(Export export) {
        Filter filter = filters.apply(export.filter());
        PartWriter writer = new PartWriter(export.format());
        Gathering gathering = new Gathering(export.after());
        while (!gathering.hasEnded() && writer.articles() < MOST_ARTICLES && writer.written() < MOST_BYTES) {
            ArticleWalk.Page page = walk.page(filter, gathering.after(), STRETCH);
            write(writer, gathering.take(page, found(page, filter)));
        }
        String day = gathering.day();
        if (day == null || writer.articles() == 0) {
            return export.walkedTo(gathering.after());
        }
        byte[] body = writer.finished();
        Part part = new Part(day, export.partsOf(day), writer.articles(), body.length, gathering.after());
        return export.plus(files.put(export.id(), export.format(), part, body));
    }

    private Map<ArticleId, Article> found(ArticleWalk.Page page, Filter filter) {
        List<ArticleId> ids = page.found().stream().map(ArticleWalk.Found::id).toList();
        return articles.getAll(ids).stream()
                .filter(filter::matches)
                .collect(Collectors.toMap(Article::id, article -> article));
    }

    private void write(PartWriter writer, List<Article> same) {
        Map<String, ParsedArticle> bodies =
                texts.getAll(same.stream().map(Article::textKey).toList());
        for (Article article : same) {
            ParsedArticle body = bodies.get(article.textKey());
            if (body != null) {
                Release.exported(ArticleView.json(article), body.text()).ifPresent(writer::add);
            }
        }
    }
}
