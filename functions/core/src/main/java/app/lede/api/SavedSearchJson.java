package app.lede.api;

import app.lede.article.Times;
import app.lede.json.Json;
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
        return switch (search.subject()) {
            case SavedSearch.Subject.SilentSources ignored -> json.put("silentSources", true);
            case SavedSearch.Subject.Articles articles -> with(json, articles);
        };
    }

    private static ObjectNode with(ObjectNode json, SavedSearch.Subject.Articles articles) {
        if (!articles.silence().isZero()) {
            json.put("silenceHours", articles.silence().toHours());
        }
        if (articles.edits()) {
            json.put("edits", true);
        }
        articles.digest().ifPresent(digest -> json.set("digest", DigestField.json(digest)));
        return json;
    }
}
