package app.lede.json;

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
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

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
        Fields.put(json, "url", article.url());
        MetadataJson.write(article.metadata(), json);
        Fields.put(json, "inLanguage", article.language());
        Fields.putAll(json, "countries", article.countries());
        Fields.putAll(
                json,
                "mentions",
                article.mentions().stream().map(MentionText::of).toList());
        summary(article.summary(), json.putObject("summary"));
        Fields.putAll(json, "notes", article.notes());
        return json;
    }

    /** Writes an article as one document gave it, with its text, as it is kept in the library. */
    public static ObjectNode toJson(ParsedArticle article) {
        ObjectNode json = Json.object();
        json.put("id", article.id().value());
        json.put("revision", article.revision().value());
        provenance(article.provenance(), json);
        json.put("documentKey", article.documentKey());
        Fields.put(json, "url", article.url());
        MetadataJson.write(article.metadata(), json);
        Fields.put(json, "inLanguage", article.language());
        ArrayNode blocks = json.putArray("blocks");
        article.blocks()
                .forEach(block ->
                        blocks.addObject().put("kind", label(block.kind())).put("text", block.text()));
        Fields.putAll(json, "notes", article.notes());
        return json;
    }

    public static Article article(JsonNode json) {
        return new Article(
                new ArticleId(Fields.text(json, "id")),
                new Revision(Fields.text(json, "revision")),
                provenance(json),
                Instant.parse(Fields.text(json, "arrival")),
                Instant.parse(Fields.text(json, "changed")),
                Fields.find(json, "url"),
                MetadataJson.read(json),
                Fields.find(json, "inLanguage"),
                Fields.list(json, "countries", JsonNode::asText),
                Fields.list(json, "mentions", mention -> MentionText.read(mention.asText())),
                summary(json.path("summary")),
                Fields.list(json, "notes", JsonNode::asText));
    }

    public static ParsedArticle parsedArticle(JsonNode json) {
        return new ParsedArticle(
                new ArticleId(Fields.text(json, "id")),
                new Revision(Fields.text(json, "revision")),
                provenance(json),
                Fields.text(json, "documentKey"),
                Fields.find(json, "url"),
                MetadataJson.read(json),
                Fields.find(json, "inLanguage"),
                Fields.list(json, "blocks", ArticleJson::block),
                Fields.list(json, "notes", JsonNode::asText));
    }

    private static void provenance(Provenance provenance, ObjectNode json) {
        json.put("documentId", provenance.documentId().value());
        Fields.put(json, "documentVersion", provenance.documentVersion());
        json.put("parser", provenance.parser());
        json.put("precedence", provenance.precedence().encoded());
        Fields.put(json, "sourceId", provenance.sourceId());
        Fields.put(json, "usageInfo", provenance.usageInfo());
        json.put("textFrom", provenance.textFrom().label());
        json.put("access", provenance.access().label());
        Fields.putAll(json, "tags", provenance.tags());
    }

    private static Provenance provenance(JsonNode json) {
        return new Provenance(
                new DocumentId(Fields.text(json, "documentId")),
                Fields.find(json, "documentVersion"),
                Fields.whole(json, "parser"),
                Precedence.decoded(Fields.text(json, "precedence")),
                Fields.find(json, "sourceId"),
                Fields.find(json, "usageInfo"),
                TextFrom.ofLabel(Fields.text(json, "textFrom")),
                Access.ofLabel(Fields.text(json, "access")),
                Fields.list(json, "tags", JsonNode::asText));
    }

    private static void summary(Summary summary, ObjectNode json) {
        ArrayNode sentences = json.putArray("sentences");
        summary.sentences().forEach(sentence -> sentences
                .addObject()
                .put("text", sentence.text())
                .put("start", sentence.start())
                .put("end", sentence.end()));
        json.put("method", summary.method());
    }

    private static Summary summary(JsonNode json) {
        return new Summary(
                Fields.list(
                        json,
                        "sentences",
                        sentence -> new Sentence(
                                Fields.text(sentence, "text"),
                                Fields.whole(sentence, "start"),
                                Fields.whole(sentence, "end"))),
                Fields.text(json, "method"));
    }

    private static Block block(JsonNode json) {
        return new Block(
                Block.Kind.valueOf(Fields.text(json, "kind").toUpperCase(Locale.ROOT)), Fields.text(json, "text"));
    }

    private static String label(Block.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
