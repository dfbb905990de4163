package app.lede.json;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Converts the metadata of an article. A date takes up to four fields: its value under its own name, and the raw words,
 * precision and place.
 */
final class MetadataJson {

    private MetadataJson() {}

    static void write(Metadata metadata, ObjectNode json) {
        Fields.put(json, "headline", metadata.headline());
        Fields.put(json, "alternativeHeadline", metadata.alternativeHeadline());
        Fields.put(json, "description", metadata.description());
        Fields.putAll(json, "author", metadata.authors());
        Fields.put(json, "publisher", metadata.publisher());
        date(json, "datePublished", metadata.datePublished());
        date(json, "dateModified", metadata.dateModified());
        Fields.put(json, "articleSection", metadata.section());
        Fields.putAll(json, "keywords", metadata.keywords());
        Fields.put(json, "image", metadata.image());
        if (metadata.isAccessibleForFree() != null) {
            json.put("isAccessibleForFree", metadata.isAccessibleForFree());
        }
        Fields.putAll(json, "relatedLink", metadata.relatedLinks());
        json.put("wordCount", metadata.wordCount());
        json.put("confidence", metadata.confidence());
    }

    static Metadata read(JsonNode json) {
        return new Metadata(
                Fields.find(json, "headline"),
                Fields.find(json, "alternativeHeadline"),
                Fields.find(json, "description"),
                Fields.list(json, "author", JsonNode::asText),
                Fields.find(json, "publisher"),
                date(json, "datePublished"),
                date(json, "dateModified"),
                Fields.find(json, "articleSection"),
                Fields.list(json, "keywords", JsonNode::asText),
                Fields.find(json, "image"),
                json.path("isAccessibleForFree").isBoolean()
                        ? (Boolean) json.path("isAccessibleForFree").booleanValue()
                        : null,
                Fields.list(json, "relatedLink", JsonNode::asText),
                Fields.whole(json, "wordCount"),
                json.path("confidence").asDouble());
    }

    private static void date(ObjectNode json, String name, @Nullable PublishedDate date) {
        if (date != null) {
            json.put(name, date.value());
            json.put(name + "Raw", date.raw());
            json.put(precision(name), date.precision().name().toLowerCase(Locale.ROOT));
            json.put(name + "Source", date.source());
        }
    }

    private static @Nullable PublishedDate date(JsonNode json, String name) {
        String value = Fields.find(json, name);
        return value == null
                ? null
                : new PublishedDate(
                        value,
                        Fields.text(json, name + "Raw"),
                        PublishedDate.Precision.valueOf(
                                Fields.text(json, precision(name)).toUpperCase(Locale.ROOT)),
                        Fields.text(json, name + "Source"));
    }

    /** Returns the field's name; the main date has the short one. */
    private static String precision(String name) {
        return name.equals("datePublished") ? "datePrecision" : name + "Precision";
    }
}
