package app.lede.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Access;
import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Metadata;
import app.lede.article.Precedence;
import app.lede.article.Provenance;
import app.lede.article.PublishedDate;
import app.lede.article.Revision;
import app.lede.article.TextFrom;
import app.lede.document.DocumentId;
import app.lede.enrich.Facts;
import app.lede.enrich.Mention;
import app.lede.enrich.Span;
import app.lede.summary.Summary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FilterTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static Article article(String datePublished) {
        Metadata metadata = Metadata.builder()
                .publisher("Le Fleuve, S.A.")
                .authors(List.of("Zoë N'Dour"))
                .keywords(List.of("Bridges"))
                .confidence(0.7)
                .datePublished(new PublishedDate(datePublished, "", PublishedDate.Precision.DAY, "meta"))
                .build();
        Provenance provenance = Provenance.builder(
                        new DocumentId("20260102T030405123-u6jxwzfyzksy6a3sdo3lvt24pd"),
                        1,
                        Precedence.of(Precedence.Origin.PAGE, null, NOON),
                        TextFrom.FEED)
                .sourceId("s".repeat(52))
                .access(Access.FEED_ONLY, null)
                .tags(List.of("to read"))
                .build();
        return new Article(
                ArticleId.ofUrl("https://news.example.org/1"),
                new Revision("r".repeat(52)),
                provenance,
                NOON,
                NOON.plusSeconds(60),
                null,
                metadata,
                "fr",
                List.of("NE", "ML"),
                List.of(
                        new Mention(Mention.COUNTRY, "Niger", "NE", List.of(new Span(0, 5))),
                        new Mention(Mention.PERSON, "Ada Lowe", "", List.of(new Span(7, 15)))),
                new Facts(List.of("vieux pont"), "AFP", "Bamako"),
                new Summary(List.of(), "none"),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "LANG,fr",
        "COUNTRY,ML",
        "PUBLISHER,LE FLEUVE S A",
        "AUTHOR,zoe n’dour",
        "TAG,bridges",
        "TAG,To Read",
        "TAG,person:ada lowe",
        "TAG,keyword:vieux pont",
        "ACCESS,feed-only",
        "CONFIDENCE,medium"
    })
    void names_match_without_case_accents_and_punctuation(Fact fact, String value) {
        assertTrue(Filter.ALL.with(fact, value, "zz").matches(article("2026-01-01")));
    }

    @Test
    void a_country_is_no_tag_and_a_name_has_its_own_type_only() {
        assertFalse(Filter.ALL.with(Fact.TAG, "country:Niger").matches(article("2026-01-01")));
        assertFalse(Filter.ALL.with(Fact.TAG, "org:Ada Lowe").matches(article("2026-01-01")));
    }

    @ParameterizedTest
    @EnumSource(Fact.class)
    void another_value_does_not_match(Fact fact) {
        assertFalse(Filter.ALL.with(fact, "other").matches(article("2026-01-01")));
    }

    @Test
    void all_conditions_must_hold() {
        Filter french = Filter.ALL.with(Fact.LANG, "fr", "de");
        assertTrue(french.matches(article("2026-01-01")));
        assertFalse(french.with(Fact.COUNTRY, "CH").matches(article("2026-01-01")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01,2026-01-01T00:00:00Z",
        "2026-01-01T10:00:00+01:00,2026-01-01T09:00:00Z",
        "2027-01-01,2026-01-02T12:00:00Z",
        "some day,2026-01-02T12:00:00Z"
    })
    void publication_is_never_later_than_arrival(String declared, Instant published) {
        Article article = article(declared);
        assertEquals(published, article.published());
        assertTrue(Filter.ALL.published(published, published.plusMillis(1)).matches(article));
        assertFalse(Filter.ALL.published(published.plusMillis(1), null).matches(article));
        assertFalse(Filter.ALL.published(null, published).matches(article));
    }

    @Test
    void a_revision_from_a_time_on_includes_that_time() {
        Instant changed = NOON.plusSeconds(60);
        assertTrue(Filter.ALL.changedSince(changed).matches(article("2026-01-01")));
        assertFalse(Filter.ALL.changedSince(changed.plusMillis(1)).matches(article("2026-01-01")));
    }
}
