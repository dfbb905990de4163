package app.lede.api;

import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.saved.SavedSearch;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Renders saved searches, without the secret of their feed. */
final class SavedSearchJson {

    private SavedSearchJson() {}

    static ObjectNode of(SavedSearch search) {
        return Json.object()
                .put("id", search.id().value())
                .put("name", search.name())
                .put("filter", search.filter())
                .put("created", Times.sortable(search.created()));
    }
}
