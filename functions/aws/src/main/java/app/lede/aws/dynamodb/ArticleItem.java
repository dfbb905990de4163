package app.lede.aws.dynamodb;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.library.ArticleJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Maps an article to its item. Attributes of their own are those that conditions, keys and filters read; everything else is
 * in the one map {@code carried}, which each revision replaces as a whole.
 *
 * <p>{@code arrivalDay} = {@code yyyy-mm-dd#shard}, {@code arrivalKey} = {@code arrival#id}.
 */
final class ArticleItem {

    static final String BY_ARRIVAL = "by-arrival";

    private static final String ID = "id";
    private static final String ARRIVAL = "arrival";
    private static final String CARRIED = "carried";

    /** The attributes of their own that each revision sets, or removes where it does not have them. */
    private static final List<String> OWN =
            List.of("revision", "documentId", "parser", "precedence", "changed", "sourceId", "inLanguage", "countries");

    private ArticleItem() {}

    static Map<String, AttributeValue> key(ArticleId id) {
        return Map.of(ID, Attributes.text(id.value()));
    }

    static Article article(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> flat = new LinkedHashMap<>(item);
        AttributeValue carried = flat.remove(CARRIED);
        if (carried != null) {
            flat.putAll(carried.m());
        }
        return ArticleJson.article(Attributes.json(flat));
    }

    /** Writes an article over an existing one; the first arrival is kept. */
    static ItemUpdate update(String table, Article article, int shard) {
        Map<String, AttributeValue> carried = new LinkedHashMap<>(Attributes.of(ArticleJson.toJson(article)));
        carried.remove(ID);
        carried.remove(ARRIVAL);
        ItemUpdate update = new ItemUpdate(table, key(article.id()))
                .setIfAbsent(ARRIVAL, Attributes.text(Times.sortable(article.arrival())))
                .setIfAbsent("arrivalDay", Attributes.text(arrivalDay(article.arrival(), shard)))
                .setIfAbsent("arrivalKey", Attributes.text(arrivalKey(article)));
        OWN.forEach(name -> update.setOrRemove(name, carried.remove(name)));
        return update.set(CARRIED, AttributeValue.fromM(carried));
    }

    private static String arrivalDay(Instant arrival, int shard) {
        return Times.day(arrival) + "#" + shard;
    }

    static String arrivalDay(LocalDate day, int shard) {
        return day + "#" + shard;
    }

    private static String arrivalKey(Article article) {
        return Times.sortable(article.arrival()) + "#" + article.id();
    }
}
