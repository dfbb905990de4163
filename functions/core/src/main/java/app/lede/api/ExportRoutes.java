package app.lede.api;

import app.lede.export.Export;
import app.lede.export.ExportId;
import app.lede.export.Exports;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Optional;

/** Routes that read exports. Thread safe. */
final class ExportRoutes {

    private static final int MOST = 100;

    private final Exports exports;
    private final ExportLinks links;

    ExportRoutes(Exports exports, ExportLinks links) {
        this.exports = exports;
        this.links = links;
    }

    /** Handles {@code GET /v1/exports}: the progress of the latest. */
    Answer list() {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        exports.live().stream()
                .sorted(Comparator.comparing(Export::created).reversed())
                .limit(MOST)
                .map(ExportJson::progress)
                .forEach(items::add);
        return Answer.json(200, json);
    }

    /** Handles {@code GET /v1/exports/{id}}. */
    Answer one(Request request) {
        String id = request.variable("id");
        Optional<Export> export = ExportId.isValid(id) ? exports.get(new ExportId(id)) : Optional.empty();
        return export.map(found -> Answer.json(
                        200,
                        found.state() == Export.State.COMPLETE
                                ? ExportJson.complete(found, links)
                                : ExportJson.progress(found)))
                .orElseGet(() -> Problem.notFound("there is no export " + Problem.cut(id) + ", or it has expired"));
    }
}
