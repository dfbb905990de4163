package app.lede.library;

import app.lede.article.Access;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Provenance;
import app.lede.article.Revision;
import app.lede.article.TextFrom;
import app.lede.article.Times;
import app.lede.document.DocumentId;
import app.lede.document.TraceId;
import app.lede.enrich.Facts;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Articles in JSON as they are stored, under schema.org's names where it has one. What is not known is left out. Reading
 * gives back what was written, times to the millisecond. {@link app.lede.publish.ArticleView} is the form for people.
 *
 * <p>Mentions are written short, see {@link MentionText}.
 *
 * <p>Thread safe; anything not of the form is an IllegalArgumentException.
 */
public final class ArticleJson {

    private ArticleJson() {}

    /** Writes the metadata, facts and summary of an article; its text is not part of it. */
    public static ObjectNode toJson(Article article) {
        ObjectNode json = Json.object();
        json.put("id", article.id().value());
        json.put("revision", article.revision().value());
        provenance(article.provenance(), json);
        json.put("arrival", Times.sortable(article.arrival()));
        json.put("changed", Times.sortable(article.changed()));
        OptionalFields.put(json, "url", article.url());
        MetadataJson.write(article.metadata(), json);
        OptionalFields.put(json, "inLanguage", article.language());
        OptionalFields.putAll(json, "countries", article.countries());
        OptionalFields.putAll(
                json,
                "mentions",
                article.mentions().stream().map(MentionText::of).toList());
        OptionalFields.putAll(json, "terms", article.facts().terms());
        OptionalFields.put(json, "agency", article.facts().agency());
        OptionalFields.put(json, "dateline", article.facts().dateline());
        summary(article.summary(), json.putObject("summary"));
        OptionalFields.putAll(json, "notes", article.notes());
        return json;
    }

    /** Writes an article as one document gave it, with its text, as it is kept in the library. */
    public static ObjectNode toJson(ParsedArticle article) {
        ObjectNode json = Json.object();
        json.put("id", article.id().value());
        json.put("revision", article.revision().value());
        provenance(article.provenance(), json);
        OptionalFields.put(json, "partName", article.provenance().name());
        TraceId trace = article.provenance().trace();
        OptionalFields.put(json, "trace", trace == null ? null : trace.value());
        json.put("documentKey", article.documentKey());
        OptionalFields.put(json, "url", article.url());
        MetadataJson.write(article.metadata(), json);
        OptionalFields.put(json, "inLanguage", article.language());
        ArrayNode blocks = json.putArray("blocks");
        article.blocks()
                .forEach(block ->
                        blocks.addObject().put("kind", label(block.kind())).put("text", block.text()));
        OptionalFields.putAll(json, "notes", article.notes());
        return json;
    }

    public static Article article(JsonNode json) {
        return new Article(
                new ArticleId(OptionalFields.text(json, "id")),
                new Revision(OptionalFields.text(json, "revision")),
                provenance(json),
                Instant.parse(OptionalFields.text(json, "arrival")),
                Instant.parse(OptionalFields.text(json, "changed")),
                OptionalFields.find(json, "url"),
                MetadataJson.read(json),
                OptionalFields.find(json, "inLanguage"),
                OptionalFields.list(json, "countries", JsonNode::asText),
                OptionalFields.list(json, "mentions", mention -> MentionText.read(mention.asText())),
                new Facts(
                        OptionalFields.list(json, "terms", JsonNode::asText),
                        OptionalFields.find(json, "agency"),
                        OptionalFields.find(json, "dateline")),
                summary(json.path("summary")),
                OptionalFields.list(json, "notes", JsonNode::asText));
    }

    public static ParsedArticle parsedArticle(JsonNode json) {
        return new ParsedArticle(
                new ArticleId(OptionalFields.text(json, "id")),
                new Revision(OptionalFields.text(json, "revision")),
                provenance(json),
                OptionalFields.text(json, "documentKey"),
                OptionalFields.find(json, "url"),
                MetadataJson.read(json),
                OptionalFields.find(json, "inLanguage"),
                OptionalFields.list(json, "blocks", ArticleJson::block),
                OptionalFields.list(json, "notes", JsonNode::asText));
    }

    private static void provenance(Provenance provenance, ObjectNode json) {
        json.put("documentId", provenance.documentId().value());
        OptionalFields.put(json, "documentVersion", provenance.documentVersion());
        json.put("parser", provenance.parser());
        json.put("precedence", provenance.precedence().encoded());
        OptionalFields.put(json, "sourceId", provenance.sourceId());
        OptionalFields.put(json, "usageInfo", provenance.usageInfo());
        RightsJson.write(provenance.rights(), json);
        json.put("textFrom", provenance.textFrom().label());
        json.put("access", provenance.access().label());
        OptionalFields.put(json, "accessReason", provenance.accessReason());
        OptionalFields.putAll(json, "tags", provenance.tags());
        if (provenance.backfilled()) {
            json.put("backfilled", true);
        }
    }

    private static Provenance provenance(JsonNode json) {
        return Provenance.builder(
                        new DocumentId(OptionalFields.text(json, "documentId")),
                        OptionalFields.whole(json, "parser"),
                        Precedence.decoded(OptionalFields.text(json, "precedence")),
                        TextFrom.ofLabel(OptionalFields.text(json, "textFrom")))
                .documentVersion(OptionalFields.find(json, "documentVersion"))
                .sourceId(OptionalFields.find(json, "sourceId"))
                .usageInfo(OptionalFields.find(json, "usageInfo"))
                .rights(RightsJson.read(json))
                .access(Access.ofLabel(OptionalFields.text(json, "access")), OptionalFields.find(json, "accessReason"))
                .tags(OptionalFields.list(json, "tags", JsonNode::asText))
                .name(OptionalFields.find(json, "partName"))
                .trace(TraceId.read(OptionalFields.find(json, "trace")).orElse(null))
                .backfilled(json.path("backfilled").asBoolean())
                .build();
    }

    private static void summary(Summary summary, ObjectNode json) {
        ArrayNode sentences = json.putArray("sentences");
        summary.sentences().forEach(sentence -> sentences
                .addObject()
                .put("text", sentence.text())
                .put("start", sentence.start())
                .put("end", sentence.end()));
        json.put("method", summary.method());
        OptionalFields.put(json, "textSha256", summary.textSha256());
        if (!summary.by().equals(Summary.EXTRACTIVE)) {
            json.put("by", summary.by());
        }
        OptionalFields.put(json, "reason", summary.reason());
    }

    private static Summary summary(JsonNode json) {
        return new Summary(
                OptionalFields.list(
                        json,
                        "sentences",
                        sentence -> new Sentence(
                                OptionalFields.text(sentence, "text"),
                                OptionalFields.whole(sentence, "start"),
                                OptionalFields.whole(sentence, "end"))),
                OptionalFields.text(json, "method"),
                OptionalFields.find(json, "textSha256"),
                Optional.ofNullable(OptionalFields.find(json, "by")).orElse(Summary.EXTRACTIVE),
                OptionalFields.find(json, "reason"));
    }

    private static Block block(JsonNode json) {
        return new Block(
                Block.Kind.valueOf(OptionalFields.text(json, "kind").toUpperCase(Locale.ROOT)),
                OptionalFields.text(json, "text"));
    }

    private static String label(Block.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
