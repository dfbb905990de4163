package app.lede.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.lede.article.Article;
import app.lede.article.Metadata;
import app.lede.article.PublishedDate;
import app.lede.testkit.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of an article's item. */
class ArticleItemTest {

    private static final Article ARTICLE = Samples.article("https://news.example.org/bridge", "Headline", Samples.NOON);

    private static Article published(@Nullable String value) {
        @Nullable
        PublishedDate date =
                value == null ? null : new PublishedDate(value, value, PublishedDate.Precision.SECOND, "meta");
        Metadata metadata = new Metadata(
                null, null, null, List.of(), null, date, null, null, List.of(), null, null, List.of(), 1, 1);
        return new Article(
                ARTICLE.id(),
                ARTICLE.revision(),
                ARTICLE.documentId(),
                ARTICLE.precedence(),
                ARTICLE.textKey(),
                ARTICLE.arrival(),
                null,
                ARTICLE.sourceId(),
                null,
                metadata,
                null,
                List.of(),
                ARTICLE.summary());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:30:00-02:00, 2026-01, 2026-01-01T01:30:00.000Z",
        "2025-12-31, 2025-12, 2025-12-31T00:00:00.000Z",
        "2026-01-02T11:59:59.123456Z, 2026-01, 2026-01-02T11:59:59.123Z",
        "2099-01-01T00:00:00Z, 2026-01, 2026-01-02T12:00:00.000Z",
        "+12026-01-01T00:00:00Z, 2026-01, 2026-01-02T12:00:00.000Z",
        "-0044-03-15, 2026-01, 2026-01-02T12:00:00.000Z",
        "yesterday, 2026-01, 2026-01-02T12:00:00.000Z"
    })
    void an_article_stands_in_the_month_it_was_published_and_never_after_it_arrived(
            String value, String month, String published) {
        Article article = published(value);
        assertEquals(article.sourceId() + "#" + month, key(article, "sourceMonth"));
        assertEquals(published + "#" + article.id(), key(article, "publishedKey"));
    }

    @Test
    void without_a_date_it_stands_where_it_arrived() {
        assertEquals("2026-01-02T12:00:00.000Z#" + ARTICLE.id(), key(published(null), "publishedKey"));
    }

    @Test
    void without_a_source_it_stands_in_no_source() {
        assertFalse(ArticleItem.attributes(Samples.from(null, ARTICLE)).containsKey("sourceMonth"));
        assertFalse(ArticleItem.attributes(Samples.from(null, ARTICLE)).containsKey("publishedKey"));
    }

    private static String key(Article article, String name) {
        return ArticleItem.attributes(article)
                .getOrDefault(name, Attributes.text("none"))
                .s();
    }
}
