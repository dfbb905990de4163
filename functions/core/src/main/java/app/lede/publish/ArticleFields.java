package app.lede.publish;

import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import app.lede.enrich.Facts;
import app.lede.enrich.Mention;
import app.lede.enrich.Wikidata;
import app.lede.json.OptionalFields;
import app.lede.summary.Summary;
import app.lede.summary.SummaryLines;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields that every public record of an article shares, under schema.org's names where it has one. Unknown fields
 * are left out, but for {@code datePublished}, which is null with {@code datePrecision} {@code unknown}. Offsets count
 * Unicode code points of the article's text.
 */
final class ArticleFields {

    private ArticleFields() {}

    static void metadata(ObjectNode json, Metadata metadata) {
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

    static void mentions(ObjectNode json, List<Mention> mentions) {
        ArrayNode array = json.putArray("mentions");
        for (Mention mention : mentions) {
            ObjectNode one = array.addObject();
            one.put("type", mention.type());
            one.put("name", mention.name());
            if (!mention.identifier().isEmpty()) {
                one.put("identifier", mention.identifier());
            }
            OptionalFields.put(one, "sameAs", Wikidata.address(mention));
            one.put("count", mention.count());
            one.put("salience", mention.salience());
            ArrayNode spans = one.putArray("spans");
            mention.spans()
                    .forEach(
                            span -> spans.addObject().put("start", span.start()).put("end", span.end()));
        }
    }

    static void facts(ObjectNode json, Facts facts) {
        OptionalFields.putAll(json, "terms", facts.terms());
        OptionalFields.put(json, "agency", facts.agency());
        OptionalFields.put(json, "dateline", facts.dateline());
    }

    static void summary(ObjectNode json, Summary summary) {
        json.set("summary", SummaryLines.json(summary));
    }
}
