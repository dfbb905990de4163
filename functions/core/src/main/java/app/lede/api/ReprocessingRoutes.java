package app.lede.api;

import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.reprocess.Reprocessing;
import app.lede.reprocess.Reprocessings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;

/** Route of the runs that put stored documents through today's pipeline. Thread safe. */
final class ReprocessingRoutes {

    private static final int MOST = 100;

    private final Reprocessings runs;

    ReprocessingRoutes(Reprocessings runs) {
        this.runs = runs;
    }

    /** Handles {@code GET /v1/reprocessings}: the latest runs and their progress. */
    Answer list() {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        runs.live().stream()
                .sorted(Comparator.comparing(Reprocessing::created).reversed())
                .limit(MOST)
                .map(ReprocessingRoutes::json)
                .forEach(items::add);
        return Answer.json(200, json);
    }

    private static ObjectNode json(Reprocessing run) {
        ObjectNode json = Json.object()
                .put("id", run.id())
                .put("from", Times.sortable(run.from()))
                .put("to", Times.sortable(run.to()))
                .put("promote", run.promote())
                .put("perMinute", run.perMinute())
                .put("created", Times.sortable(run.created()))
                .put("complete", run.complete())
                .put("examined", run.examined())
                .put("changed", run.changed())
                .put("promoted", run.promoted());
        ObjectNode fields = json.putObject("fields");
        run.fields().forEach(fields::put);
        ArrayNode examples = json.putArray("examples");
        run.examples().forEach(example -> {
            ObjectNode one =
                    examples.addObject().put("article", example.article()).put("field", example.field());
            OptionalFields.put(one, "before", example.before());
            OptionalFields.put(one, "after", example.after());
        });
        return json;
    }
}
