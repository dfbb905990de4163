package app.lede.aws.dynamodb;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.Times;
import app.lede.library.ArticleJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Maps an article to its item. Attributes of their own are those that conditions, keys and filters read; everything else is
 * in the one map {@code carried}, which each revision replaces as a whole.
 *
 * <p>{@code arrivalDay} = {@code yyyy-mm-dd#shard}, {@code arrivalKey} = {@code arrival#id}; {@code changedDay} and {@code
 * changedKey} likewise with the time of the last revision or deletion.
 */
final class ArticleItem {

    static final String BY_ARRIVAL = "by-arrival";

    static final String BY_CHANGED = "by-changed";
    /** Stands on tombstones alone. */
    static final String DELETED_AT = "deletedAt";

    private static final String ID = "id";
    private static final String ARRIVAL = "arrival";
    private static final String CHANGED_DAY = "changedDay";
    private static final String CHANGED_KEY = "changedKey";
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

    /**
     * Writes an article over an existing one; the first arrival is kept.
     *
     * @param shard returns the shard of the article on a day
     */
    static ItemUpdate update(String table, Article article, ToIntFunction<String> shard) {
        Map<String, AttributeValue> carried = new LinkedHashMap<>(Attributes.of(ArticleJson.toJson(article)));
        carried.remove(ID);
        carried.remove(ARRIVAL);
        ItemUpdate update = new ItemUpdate(table, key(article.id()))
                .setIfAbsent(ARRIVAL, Attributes.text(Times.sortable(article.arrival())))
                .setIfAbsent("arrivalDay", day(article.arrival(), shard))
                .setIfAbsent("arrivalKey", placed(article.arrival(), article.id()))
                .set(CHANGED_DAY, day(article.changed(), shard))
                .set(CHANGED_KEY, placed(article.changed(), article.id()));
        OWN.forEach(name -> update.setOrRemove(name, carried.remove(name)));
        return update.set(CARRIED, AttributeValue.fromM(carried));
    }

    /** Returns the item that stays of a deleted article: in no list but that of changes. */
    static Map<String, AttributeValue> tombstone(ArticleId id, Instant at, ToIntFunction<String> shard) {
        return Map.of(
                ID, Attributes.text(id.value()),
                DELETED_AT, Attributes.text(Times.sortable(at)),
                CHANGED_DAY, day(at, shard),
                CHANGED_KEY, placed(at, id));
    }

    private static AttributeValue day(Instant at, ToIntFunction<String> shard) {
        String day = Times.day(at);
        return Attributes.text(shardOf(day, shard.applyAsInt(day)));
    }

    /** Returns the partition of a day's shard. */
    static String shardOf(Object day, int shard) {
        return day + "#" + shard;
    }

    private static AttributeValue placed(Instant at, ArticleId id) {
        return Attributes.text(Times.sortable(at) + "#" + id);
    }
}
