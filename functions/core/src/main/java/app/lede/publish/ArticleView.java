package app.lede.publish;

import app.lede.article.Article;
import app.lede.article.Provenance;
import app.lede.article.Times;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.rights.Use;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes the public record of an article, field by field, under schema.org's names where it has one. A field is public only
 * if it is named here. Unknown fields are left out, but for {@code datePublished}, which is null with {@code datePrecision}
 * {@code unknown}. Offsets count Unicode code points of the article's text.
 *
 * <p>Thread safe.
 */
public final class ArticleView {

    private ArticleView() {}

    /** Writes metadata, facts and summary of a stored article. */
    public static ObjectNode json(Article article) {
        ObjectNode json = Json.object();
        json.put("id", article.id().value());
        json.put("revision", article.revision().value());
        json.put("documentId", article.provenance().documentId().value());
        json.putObject("pipeline").put("version", article.provenance().parser());
        json.put("arrival", Times.sortable(article.arrival()));
        json.put("changed", Times.sortable(article.changed()));
        OptionalFields.put(json, "url", article.url());
        provenance(json, article.provenance());
        ArticleFields.metadata(json, article.metadata());
        OptionalFields.put(json, "inLanguage", article.language());
        OptionalFields.putAll(json, "countries", article.countries());
        ArticleFields.mentions(json, article.mentions());
        ArticleFields.facts(json, article.facts());
        ArticleFields.summary(json, article.summary());
        OptionalFields.putAll(json, "notes", article.notes());
        return json;
    }

    private static void provenance(ObjectNode json, Provenance provenance) {
        OptionalFields.put(json, "sourceId", provenance.sourceId());
        OptionalFields.put(json, "usageInfo", provenance.usageInfo());
        ObjectNode rights = json.putObject("rights");
        for (Use use : Use.values()) {
            rights.put(use.label(), provenance.rights().on(use).label());
        }
        json.put("textFrom", provenance.textFrom().label());
        json.put("access", provenance.access().label());
        OptionalFields.put(json, "accessReason", provenance.accessReason());
        OptionalFields.putAll(json, "tags", provenance.tags());
        if (provenance.backfilled()) {
            json.put("backfilled", true);
        }
    }
}
