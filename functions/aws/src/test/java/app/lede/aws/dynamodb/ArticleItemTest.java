package app.lede.aws.dynamodb;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.library.PackedArticle;
import app.lede.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class ArticleItemTest {

    private static final Article ARTICLE = Samples.article("https://news.example.org/bridge", "Headline", Samples.NOON);

    private static UpdateItemRequest request(Article article) {
        return ArticleItem.update("articles", article, day -> 0).onlyIf("true").request();
    }

    @Test
    void only_keys_and_filters_are_attributes_of_their_own() {
        assertEquals(
                Set.of(
                        "arrivalDay",
                        "arrivalKey",
                        "changedDay",
                        "changedKey",
                        "revision",
                        "documentId",
                        "parser",
                        "precedence",
                        "sourceId",
                        "inLanguage",
                        "countries",
                        "carried"),
                Set.copyOf(request(ARTICLE).expressionAttributeNames().values()));
    }

    @Test
    void a_filter_that_a_revision_does_not_have_is_removed() {
        assertFalse(request(ARTICLE).updateExpression().contains("REMOVE"));
        assertTrue(request(Samples.from(null, ARTICLE)).updateExpression().endsWith(" REMOVE #sourceId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
                "äöüéèêñçåø",
                "क",
                "🌉🌊🌋",
                "\"\\"
            })
    void an_article_of_any_size_and_any_words_takes_two_kilobytes_and_one_in_each_index(String letters) {
        Article article = PackedArticle.fitting(Samples.noise("https://news.example.org/", letters, 5, Samples.NOON));
        Map<String, AttributeValue> item = item(article);
        assertEquals(article, ArticleItem.article(item));
        assertTrue(size(item) <= 2_048, () -> size(item) + " bytes");
        assertFalse(article.summary().sentences().isEmpty());
        item.keySet().retainAll(Set.of("id", "arrivalDay", "arrivalKey", "sourceId", "inLanguage", "countries"));
        assertTrue(size(item) <= 1_024, () -> size(item) + " bytes in the index");
    }

    @Test
    void an_ordinary_article_is_not_cut() {
        assertEquals(ARTICLE, PackedArticle.fitting(ARTICLE));
        assertTrue(size(item(ARTICLE)) <= 1_400, () -> size(item(ARTICLE)) + " bytes");
    }

    private static Map<String, AttributeValue> item(Article article) {
        UpdateItemRequest request = request(article);
        Map<String, AttributeValue> item = new HashMap<>(request.key());
        request.expressionAttributeNames()
                .forEach((placeholder, name) -> item.put(
                        name, requireNonNull(request.expressionAttributeValues().get(":" + name))));
        return item;
    }

    /**
     * Returns an item's size as DynamoDB counts: names and texts in UTF-8, a byte for two digits, 3 bytes for a list or
     * map and 1 for each element.
     */
    private static int size(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToInt(attribute -> attribute.getKey().length() + size(attribute.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
            case N -> value.n().length() / 2 + 3;
            case BOOL -> 1;
            case L -> 3 + value.l().stream().mapToInt(each -> 1 + size(each)).sum();
            case M -> 3 + value.m().size() + size(value.m());
            case B -> value.b().asByteArray().length;
            case NUL, SS, NS, BS, UNKNOWN_TO_SDK_VERSION -> throw new AssertionError(value.type());
        };
    }
}
