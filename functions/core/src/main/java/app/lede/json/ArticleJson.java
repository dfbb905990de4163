package app.lede.json;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Revision;
import app.lede.article.Times;
import app.lede.document.DocumentId;
import app.lede.enrich.Mention;
import app.lede.enrich.Span;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Articles in JSON, under schema.org's names where it has one. What is not known is left out. Reading gives back what was
 * written, times to the millisecond.
 *
 * <p>{@code countries} repeats what {@code mentions} says, for whoever filters; it is not read.
 *
 * <p>Thread safe; what is not of the form is an IllegalArgumentException.
 */
public final class ArticleJson {

    private ArticleJson() {}

    /** The metadata, facts and summary of an article; its text is not part of it. */
    public static ObjectNode toJson(Article article) {
        ObjectNode json = Json.object();
        json.put("id", article.id().value());
        json.put("revision", article.revision().value());
        json.put("documentId", article.documentId().value());
        json.put("precedence", article.precedence().encoded());
        json.put("textKey", article.textKey());
        json.put("arrival", Times.sortable(article.arrival()));
        Fields.put(json, "url", article.url());
        Fields.put(json, "sourceId", article.sourceId());
        Fields.put(json, "usageInfo", article.usageInfo());
        MetadataJson.write(article.metadata(), json);
        Fields.put(json, "inLanguage", article.language());
        Fields.putAll(json, "countries", article.countries());
        mentions(article.mentions(), json.putArray("mentions"));
        summary(article.summary(), json.putObject("summary"));
        return json;
    }

    /** One sighting of an article with its text, as it is kept in the library. */
    public static ObjectNode toJson(ParsedArticle article) {
        ObjectNode json = Json.object();
        json.put("id", article.id().value());
        json.put("revision", article.revision().value());
        json.put("documentId", article.documentId().value());
        json.put("precedence", article.precedence().encoded());
        json.put("documentKey", article.documentKey());
        Fields.put(json, "url", article.url());
        Fields.put(json, "sourceId", article.sourceId());
        Fields.put(json, "usageInfo", article.usageInfo());
        MetadataJson.write(article.metadata(), json);
        Fields.put(json, "inLanguage", article.language());
        json.put("articleBody", article.text());
        ArrayNode blocks = json.putArray("blocks");
        article.blocks()
                .forEach(block ->
                        blocks.addObject().put("kind", label(block.kind())).put("text", block.text()));
        return json;
    }

    public static Article article(JsonNode json) {
        return new Article(
                new ArticleId(Fields.text(json, "id")),
                new Revision(Fields.text(json, "revision")),
                new DocumentId(Fields.text(json, "documentId")),
                Precedence.decoded(Fields.text(json, "precedence")),
                Fields.text(json, "textKey"),
                Instant.parse(Fields.text(json, "arrival")),
                Fields.find(json, "url"),
                Fields.find(json, "sourceId"),
                Fields.find(json, "usageInfo"),
                MetadataJson.read(json),
                Fields.find(json, "inLanguage"),
                Fields.list(json, "mentions", ArticleJson::mention),
                summary(json.path("summary")));
    }

    public static ParsedArticle parsedArticle(JsonNode json) {
        return new ParsedArticle(
                new ArticleId(Fields.text(json, "id")),
                new Revision(Fields.text(json, "revision")),
                new DocumentId(Fields.text(json, "documentId")),
                Precedence.decoded(Fields.text(json, "precedence")),
                Fields.text(json, "documentKey"),
                Fields.find(json, "url"),
                Fields.find(json, "sourceId"),
                Fields.find(json, "usageInfo"),
                MetadataJson.read(json),
                Fields.find(json, "inLanguage"),
                Fields.list(json, "blocks", ArticleJson::block),
                Fields.text(json, "articleBody"));
    }

    private static void mentions(List<Mention> mentions, ArrayNode json) {
        for (Mention mention : mentions) {
            ObjectNode one = json.addObject();
            one.put("type", mention.type());
            one.put("name", mention.name());
            one.put("identifier", mention.identifier());
            ArrayNode spans = one.putArray("spans");
            mention.spans()
                    .forEach(
                            span -> spans.addObject().put("start", span.start()).put("end", span.end()));
        }
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

    private static Mention mention(JsonNode json) {
        return new Mention(
                Fields.text(json, "type"),
                Fields.text(json, "name"),
                Fields.text(json, "identifier"),
                Fields.list(json, "spans", span -> new Span(Fields.whole(span, "start"), Fields.whole(span, "end"))));
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
