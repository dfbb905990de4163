package app.lede.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Article;
import app.lede.testkit.Samples;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class ArticleItemTest {

    private static final Article ARTICLE = Samples.article("https://news.example.org/bridge", "Headline", Samples.NOON);

    private static UpdateItemRequest request(Article article) {
        return ArticleItem.update("articles", article, 0).onlyIf("true").request();
    }

    @Test
    void only_keys_and_filters_are_attributes_of_their_own() {
        assertEquals(
                Set.of(
                        "arrival",
                        "arrivalDay",
                        "arrivalKey",
                        "revision",
                        "documentId",
                        "parser",
                        "precedence",
                        "changed",
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
}
