package app.lede.reprocess;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.ParsedArticle;
import app.lede.document.ObjectCreated;
import app.lede.extract.ArticleExtractor;
import app.lede.pipeline.JobQueue;
import app.lede.search.ArticleWalk;
import app.lede.search.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the documents of stored articles through today's pipeline, stretch by stretch, and counts what comes out otherwise. A run
 * that promotes announces the documents of changed articles again, so that the pipeline itself stores them, by its own order of
 * versions. Progress is marked after each stretch; documents are announced before, so that a crash announces some twice rather than
 * never. Thread safe.
 */
public final class ReprocessArticles {

    /** Articles between two marks. */
    private static final int STRETCH = 10;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Reprocessings runs;
    private final ArticleWalk walk;
    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final Originals originals;
    private final Rehearsal rehearsal;
    private final JobQueue<ObjectCreated> announcements;
    private final JobQueue<ReprocessJob> queue;

    /**
     * Assembles the step.
     *
     * @param announcements of documents to parse
     * @param queue of this step
     */
    public ReprocessArticles(
            Reprocessings runs,
            ArticleWalk walk,
            ArticleStore articles,
            ArticleTexts texts,
            Originals originals,
            Rehearsal rehearsal,
            JobQueue<ObjectCreated> announcements,
            JobQueue<ReprocessJob> queue) {
        this.runs = runs;
        this.walk = walk;
        this.articles = articles;
        this.texts = texts;
        this.originals = originals;
        this.rehearsal = rehearsal;
        this.announcements = announcements;
        this.queue = queue;
    }

    /**
     * Goes on with a run, with the articles of one minute at most.
     *
     * @param hasTime whether there is time for one more article
     */
    public ReprocessEnd run(ReprocessJob job, BooleanSupplier hasTime) {
        int left = Integer.MAX_VALUE;
        Optional<Reprocessing> found = runs.get(job.id());
        while (found.isPresent()) {
            Reprocessing run = found.get();
            left = Math.min(left, run.perMinute());
            if (run.complete()) {
                return ReprocessEnd.COMPLETE;
            }
            if (left <= 0) {
                queue.sendLater(job, MINUTE);
                return ReprocessEnd.CONTINUED;
            }
            if (!hasTime.getAsBoolean()) {
                queue.send(List.of(job));
                return ReprocessEnd.CONTINUED;
            }
            Reprocessing next = advanced(run, Math.min(left, STRETCH), hasTime);
            left -= (int) (next.examined() - run.examined());
            if (!runs.replace(next)) {
                return ReprocessEnd.OVERTAKEN;
            }
            found = Optional.of(next);
        }
        return ReprocessEnd.UNKNOWN;
    }

    private Reprocessing advanced(Reprocessing run, int limit, BooleanSupplier hasTime) {
        ArticleWalk.Page page = walk.page(Filter.ALL.arrived(run.from(), run.to()), run.after(), limit);
        List<Article> stored =
                articles.getAll(page.found().stream().map(ArticleWalk.Found::id).toList());
        Map<String, ParsedArticle> parsed =
                texts.getAll(stored.stream().map(Article::textKey).toList());
        Stretch stretch = new Stretch(run.promote());
        @Nullable String last = page.next().orElse(null);
        for (ArticleWalk.Found each : page.found()) {
            if (stretch.examined > 0 && !hasTime.getAsBoolean()) {
                break; // The next call goes on behind the last one examined.
            }
            stored.stream()
                    .filter(article -> article.id().equals(each.id()))
                    .findFirst()
                    .ifPresent(article -> stretch.examine(article, parsed.get(article.textKey())));
            stretch.examined++;
            last = each.equals(page.found().getLast()) ? page.next().orElse(null) : each.key();
        }
        announcements.send(stretch.promoted);
        return run.plus(
                new Reprocessing.Stretch(stretch.examined, stretch.changed, stretch.promoted.size(), stretch.changes),
                last);
    }

    /** Examines a stretch of articles. */
    private final class Stretch {
        private final boolean promote;
        private final List<Reprocessing.Example> changes = new ArrayList<>();
        private final List<ObjectCreated> promoted = new ArrayList<>();
        private int examined;
        private int changed;

        private Stretch(boolean promote) {
            this.promote = promote;
        }

        private void examine(Article article, @Nullable ParsedArticle text) {
            Optional<ObjectCreated> original = Optional.ofNullable(text).flatMap(originals::of);
            if (text == null || original.isEmpty()) {
                ended(article, "missing");
                return;
            }
            switch (rehearsal.of(original.get())) {
                case Rehearsal.Result.Ended ended -> ended(article, ended.outcome());
                case Rehearsal.Result.Made made -> {
                    List<Reprocessing.Example> found = Differences.of(article, text, made);
                    changes.addAll(found);
                    changed += found.isEmpty() ? 0 : 1;
                    if (promote && !found.isEmpty() && article.provenance().parser() < ArticleExtractor.VERSION) {
                        promoted.add(original.get());
                    }
                }
            }
        }

        /** Counts a document that is no article any more; what is stored of it stays. */
        private void ended(Article article, String outcome) {
            changes.add(new Reprocessing.Example(article.id().value(), "outcome:" + outcome, "stored", outcome));
            changed++;
        }
    }
}
