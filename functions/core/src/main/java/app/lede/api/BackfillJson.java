package app.lede.api;

import app.lede.article.Times;
import app.lede.backfill.AskedPage;
import app.lede.backfill.Backfill;
import app.lede.backfill.Budget;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Renders a backfill with its progress. */
final class BackfillJson {

    private BackfillJson() {}

    static ObjectNode of(Backfill run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("source", run.source().value());
        json.put("state", state(run));
        json.put("detail", detail(run));
        json.put("attempts", run.attempts());
        json.put("startedAt", Times.sortable(run.started()));
        json.put("changedAt", Times.sortable(run.changed()));
        Instant later = run.notBefore();
        json.put("notBefore", later == null || run.isOver() ? null : Times.sortable(later));
        json.put("way", run.walk().way().name().toLowerCase(Locale.ROOT));
        json.set("budget", budget(run.budget()));
        Map<String, Integer> pages = new TreeMap<>();
        run.pages().forEach(page -> pages.merge(page.outcome().label(), 1, Integer::sum));
        json.set("pages", counts(pages));
        json.put("pagesLeft", run.walk().ahead().size());
        json.putObject("sitemapsLeftOut")
                .put("too-old", run.walk().tooOld())
                .put("over", run.walk().over());
        json.put("entries", run.pages().stream().mapToInt(AskedPage::entries).sum());
        json.set("articles", counts(run.articles()));
        return json;
    }

    private static String state(Backfill run) {
        return run.stopped() != null && !run.isOver()
                ? "stopped"
                : run.phase().name().toLowerCase(Locale.ROOT);
    }

    /** Returns why it is stopped, or why the last attempt at its present step failed. */
    private static @Nullable String detail(Backfill run) {
        Backfill.Trouble trouble = run.trouble();
        return run.stopped() != null || trouble == null ? run.stopped() : trouble.cause();
    }

    private static ObjectNode budget(Budget budget) {
        Instant until = budget.until();
        return JsonNodeFactory.instance
                .objectNode()
                .put("pages", budget.pages())
                .put("articles", budget.articles())
                .put("until", until == null ? null : Times.sortable(until));
    }

    private static ObjectNode counts(Map<String, Integer> numbers) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        numbers.forEach(counts::put);
        return counts;
    }
}
