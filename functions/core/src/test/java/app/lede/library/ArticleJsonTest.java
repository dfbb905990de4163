package app.lede.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Access;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Block;
import app.lede.article.Metadata;
import app.lede.article.ParsedArticle;
import app.lede.article.Precedence;
import app.lede.article.Provenance;
import app.lede.article.PublishedDate;
import app.lede.article.Revision;
import app.lede.article.TextFrom;
import app.lede.document.DocumentId;
import app.lede.document.TraceId;
import app.lede.enrich.Facts;
import app.lede.enrich.Mention;
import app.lede.enrich.Span;
import app.lede.json.Json;
import app.lede.rights.Evidence;
import app.lede.rights.Rights;
import app.lede.rights.Signal;
import app.lede.rights.Use;
import app.lede.rights.Verdict;
import app.lede.summary.Sentence;
import app.lede.summary.Summary;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleJsonTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.120Z");
    private static final DocumentId DOCUMENT = new DocumentId("20260102T120000120-abcdefghijklmnopqrstuvwxyz");
    private static final Metadata UNKNOWN =
            Metadata.builder().wordCount(2).confidence(0.5).build();
    private static final Provenance PROVENANCE = Provenance.builder(
                    DOCUMENT, 2, Precedence.of(Precedence.Origin.CLAIM, null, NOON), TextFrom.FEED)
            .documentVersion("v3")
            .sourceId("abcdefghijklmnopqrstuvwxyz")
            .usageInfo("noai")
            .rights(new Rights(
                    Map.of(Use.AI_INPUT, Verdict.DENIED, Use.AI_TRAIN, Verdict.PRICED),
                    List.of(new Evidence(Signal.ROBOTS, "header", "noai, noblink", NOON))))
            .access(Access.WALLED, "an offer to subscribe below the text")
            .build();

    private final Article full = new Article(
            ArticleId.ofUrl("https://example.org/a"),
            new Revision("r".repeat(52)),
            PROVENANCE,
            NOON,
            NOON.plusSeconds(5),
            "https://example.org/a",
            new Metadata(
                    "Headline",
                    "Other headline",
                    "Description",
                    List.of("Ada", "Bo"),
                    "Publisher",
                    new PublishedDate("2026-01-02", "2 January", PublishedDate.Precision.DAY, "text"),
                    new PublishedDate("2026-01-02T10:00:00Z", "10 am", PublishedDate.Precision.SECOND, "json-ld"),
                    "World",
                    List.of("bridge"),
                    "https://example.org/a.jpg",
                    false,
                    List.of("https://example.org/b"),
                    12,
                    0.9),
            "en",
            List.of("ML"),
            List.of(
                    new Mention("country", "Mali", "ML", 12, 85, List.of(new Span(3, 7), new Span(20, 24))),
                    new Mention("bloc", "AES", "AES", List.of(new Span(30, 33))),
                    new Mention("person", "Ada - 3/4 2-3 Lowe", "", List.of(new Span(40, 58)))),
            new Facts(List.of("ferry", "old bridge"), "Reuters", "BAMAKO"),
            new Summary(List.of(new Sentence("A 🌉.", 4, 8)), "extractive-1"),
            List.of("headline: cut"));

    private final ParsedArticle parsed = new ParsedArticle(
            full.id(),
            full.revision(),
            PROVENANCE,
            "web/a/b",
            full.url(),
            full.metadata(),
            "en",
            List.of(new Block(Block.Kind.HEADING, "A head"), new Block(Block.Kind.TABLE, "a | b")),
            List.of());

    @Test
    void an_article_survives_the_way_through_json() {
        assertEquals(full, ArticleJson.article(Json.read(Json.bytes(ArticleJson.toJson(full)))));
    }

    @Test
    void an_article_of_a_backfill_stays_one_and_older_json_has_none() {
        Article backfilled =
                full.withProvenance(PROVENANCE.toBuilder().backfilled(true).build());
        assertEquals(backfilled, ArticleJson.article(ArticleJson.toJson(backfilled)));
        assertFalse(ArticleJson.toJson(full).has("backfilled"));
        assertFalse(ArticleJson.article(ArticleJson.toJson(full)).provenance().backfilled());
    }

    @Test
    void a_parsed_article_survives_the_way_through_json() {
        assertEquals(parsed, ArticleJson.parsedArticle(Json.read(Json.bytes(ArticleJson.toJson(parsed)))));
    }

    @Test
    void the_name_of_a_part_and_the_trace_are_kept_with_its_text_alone() {
        Provenance named = PROVENANCE.toBuilder()
                .name("mail 7.eml")
                .trace(TraceId.of("source", NOON))
                .build();
        assertEquals(
                PROVENANCE,
                ArticleJson.article(ArticleJson.toJson(full.withProvenance(named)))
                        .provenance());
        ParsedArticle part = new ParsedArticle(
                parsed.id(),
                parsed.revision(),
                named,
                parsed.documentKey(),
                parsed.url(),
                parsed.metadata(),
                parsed.language(),
                parsed.blocks(),
                parsed.notes());
        assertEquals(part, ArticleJson.parsedArticle(ArticleJson.toJson(part)));
    }

    @Test
    void what_is_unknown_is_left_out_and_stays_unknown() {
        Article bare = new Article(
                full.id(),
                full.revision(),
                PROVENANCE,
                NOON,
                NOON,
                null,
                UNKNOWN,
                null,
                List.of(),
                List.of(),
                Facts.NONE,
                new Summary(List.of(), "none"),
                List.of());
        ObjectNode json = ArticleJson.toJson(bare);
        assertFalse(json.has("headline"));
        assertFalse(json.has("datePublished"));
        assertFalse(json.has("isAccessibleForFree"));
        assertEquals(bare, ArticleJson.article(json));
    }

    @Test
    void fields_have_the_names_of_schema_org() {
        ObjectNode json = ArticleJson.toJson(full);
        assertEquals("Headline", json.path("headline").asText());
        assertEquals("Bo", json.path("author").path(1).asText());
        assertEquals("2026-01-02", json.path("datePublished").asText());
        assertEquals("2 January", json.path("datePublishedRaw").asText());
        assertEquals("day", json.path("datePrecision").asText());
        assertEquals("en", json.path("inLanguage").asText());
        assertEquals("[\"ML\"]", json.path("countries").toString());
        assertEquals(
                "country ML 12/85 3-7,20-24 Mali", json.path("mentions").path(0).asText());
        assertEquals(
                "{\"sentences\":[{\"text\":\"A 🌉.\",\"start\":4,\"end\":8}],\"method\":\"extractive-1\"}",
                json.path("summary").toString());
        assertEquals("2026-01-02T12:00:00.120Z", json.path("arrival").asText());
        assertEquals("walled", json.path("access").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "revision", "documentId", "precedence", "documentKey", "textFrom", "wordCount"})
    void a_missing_field_is_named(String name) {
        ObjectNode json = ArticleJson.toJson(parsed);
        json.remove(name);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ArticleJson.parsedArticle(json));
        assertTrue(String.valueOf(refused.getMessage()).contains(name));
    }

    @Test
    void a_mention_written_without_salience_is_still_read() {
        ObjectNode json = ArticleJson.toJson(full);
        json.putArray("mentions").add("country ML 12 3-7,20-24 Mali");
        assertEquals(
                List.of(new Mention("country", "Mali", "ML", 12, List.of(new Span(3, 7), new Span(20, 24)))),
                ArticleJson.article(json).mentions());
    }
}
