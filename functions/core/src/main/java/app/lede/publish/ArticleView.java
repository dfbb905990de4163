package app.lede.publish;

import app.lede.article.Article;
import app.lede.article.Metadata;
import app.lede.article.Provenance;
import app.lede.article.PublishedDate;
import app.lede.article.Times;
import app.lede.enrich.Mention;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.summary.Summary;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        json.put("arrival", Times.sortable(article.arrival()));
        json.put("changed", Times.sortable(article.changed()));
        OptionalFields.put(json, "url", article.url());
        provenance(json, article.provenance());
        metadata(json, article.metadata());
        OptionalFields.put(json, "inLanguage", article.language());
        OptionalFields.putAll(json, "countries", article.countries());
        mentions(json, article.mentions());
        summary(json, article.summary());
        OptionalFields.putAll(json, "notes", article.notes());
        return json;
    }

    private static void provenance(ObjectNode json, Provenance provenance) {
        OptionalFields.put(json, "sourceId", provenance.sourceId());
        OptionalFields.put(json, "usageInfo", provenance.usageInfo());
        json.put("textFrom", provenance.textFrom().label());
        json.put("access", provenance.access().label());
        OptionalFields.putAll(json, "tags", provenance.tags());
    }

    private static void metadata(ObjectNode json, Metadata metadata) {
        OptionalFields.put(json, "headline", metadata.headline());
        OptionalFields.put(json, "alternativeHeadline", metadata.alternativeHeadline());
        OptionalFields.put(json, "description", metadata.description());
        OptionalFields.putAll(json, "author", metadata.authors());
        OptionalFields.put(json, "publisher", metadata.publisher());
        date(json, metadata.datePublished(), "datePublished", "datePrecision");
        if (metadata.datePublished() == null) {
            json.putNull("datePublished").put("datePrecision", "unknown");
        }
        date(json, metadata.dateModified(), "dateModified", "dateModifiedPrecision");
        OptionalFields.put(json, "articleSection", metadata.section());
        OptionalFields.putAll(json, "keywords", metadata.keywords());
        OptionalFields.put(json, "image", metadata.image());
        if (metadata.isAccessibleForFree() != null) {
            json.put("isAccessibleForFree", metadata.isAccessibleForFree());
        }
        OptionalFields.putAll(json, "relatedLink", metadata.relatedLinks());
        json.put("wordCount", metadata.wordCount());
        json.put("confidence", metadata.confidence());
    }

    private static void date(ObjectNode json, @Nullable PublishedDate date, String name, String precision) {
        if (date != null) {
            json.put(name, date.value());
            json.put(name + "Raw", date.raw());
            json.put(precision, date.precision().name().toLowerCase(Locale.ROOT));
            json.put(name + "Source", date.source());
        }
    }

    private static void mentions(ObjectNode json, List<Mention> mentions) {
        ArrayNode array = json.putArray("mentions");
        for (Mention mention : mentions) {
            ObjectNode one = array.addObject();
            one.put("type", mention.type());
            one.put("name", mention.name());
            one.put("identifier", mention.identifier());
            one.put("count", mention.count());
            ArrayNode spans = one.putArray("spans");
            mention.spans()
                    .forEach(
                            span -> spans.addObject().put("start", span.start()).put("end", span.end()));
        }
    }

    private static void summary(ObjectNode json, Summary summary) {
        ObjectNode object = json.putObject("summary");
        ArrayNode sentences = object.putArray("sentences");
        summary.sentences().forEach(sentence -> sentences
                .addObject()
                .put("text", sentence.text())
                .put("start", sentence.start())
                .put("end", sentence.end()));
        object.put("method", summary.method());
    }
}
