package app.lede.library;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import app.lede.json.OptionalFields;
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
        OptionalFields.put(json, "headline", metadata.headline());
        OptionalFields.put(json, "alternativeHeadline", metadata.alternativeHeadline());
        OptionalFields.put(json, "description", metadata.description());
        OptionalFields.putAll(json, "author", metadata.authors());
        OptionalFields.put(json, "publisher", metadata.publisher());
        date(json, "datePublished", metadata.datePublished());
        date(json, "dateModified", metadata.dateModified());
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

    static Metadata read(JsonNode json) {
        return new Metadata(
                OptionalFields.find(json, "headline"),
                OptionalFields.find(json, "alternativeHeadline"),
                OptionalFields.find(json, "description"),
                OptionalFields.list(json, "author", JsonNode::asText),
                OptionalFields.find(json, "publisher"),
                date(json, "datePublished"),
                date(json, "dateModified"),
                OptionalFields.find(json, "articleSection"),
                OptionalFields.list(json, "keywords", JsonNode::asText),
                OptionalFields.find(json, "image"),
                json.path("isAccessibleForFree").isBoolean()
                        ? (Boolean) json.path("isAccessibleForFree").booleanValue()
                        : null,
                OptionalFields.list(json, "relatedLink", JsonNode::asText),
                OptionalFields.whole(json, "wordCount"),
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
        String value = OptionalFields.find(json, name);
        return value == null
                ? null
                : new PublishedDate(
                        value,
                        OptionalFields.text(json, name + "Raw"),
                        PublishedDate.Precision.valueOf(
                                OptionalFields.text(json, precision(name)).toUpperCase(Locale.ROOT)),
                        OptionalFields.text(json, name + "Source"));
    }

    /** Returns the field's name; the main date has the short one. */
    private static String precision(String name) {
        return name.equals("datePublished") ? "datePrecision" : name + "Precision";
    }
}
