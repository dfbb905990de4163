package app.lede.publish;

import app.lede.article.ArticleId;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the public record of a deleted article. Thread safe. */
public final class TombstoneView {

    private TombstoneView() {}

    /**
     * Writes the id and the time of the deletion.
     *
     * @param deletedAt RFC 3339, UTC, milliseconds
     */
    public static ObjectNode json(ArticleId id, String deletedAt) {
        return Json.object().put("id", id.value()).put("deletedAt", deletedAt);
    }
}
