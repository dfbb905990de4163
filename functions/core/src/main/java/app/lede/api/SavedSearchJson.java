package app.lede.api;

import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.saved.DigestSchedule;
import app.lede.saved.SavedSearch;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Renders saved searches, without the secrets of their feeds and webhooks. */
final class SavedSearchJson {

    private SavedSearchJson() {}

    static ObjectNode of(SavedSearch search) {
        ObjectNode json = Json.object()
                .put("id", search.id().value())
                .put("name", search.name())
                .put("filter", search.filter())
                .put("created", Times.sortable(search.created()));
        if (search.webhook() != null) {
            json.put("webhook", search.webhook().url());
        }
        if (search.silenceHours() > 0) {
            json.put("silenceHours", search.silenceHours());
        }
        if (search.edits()) {
            json.put("edits", true);
        }
        if (search.silentSources()) {
            json.put("silentSources", true);
        }
        DigestSchedule digest = search.digest();
        if (digest != null) {
            json.set("digest", DigestField.json(digest));
        }
        return json;
    }
}
