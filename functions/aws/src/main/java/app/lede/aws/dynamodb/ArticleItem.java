package app.lede.aws.dynamodb;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ParsedArticle;
import app.lede.article.Revision;
import app.lede.article.Times;
import app.lede.document.DocumentId;
import app.lede.library.ArticleJson;
import app.lede.library.PackedArticle;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Maps an article to its item. Attributes of their own are those that conditions, keys and filters read; everything else is
 * packed in {@code carried}, which each revision replaces as a whole. Both times stand in their keys.
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
    private static final String ARRIVAL_DAY = "arrivalDay";
    private static final String ARRIVAL_KEY = "arrivalKey";
    private static final String CHANGED_DAY = "changedDay";
    static final String CHANGED_KEY = "changedKey";
    private static final String CARRIED = "carried";
    private static final String PRECEDENCE = "precedence";

    /** The attributes of their own that each revision sets, or removes where it does not have them. */
    private static final List<String> OWN =
            List.of("revision", "documentId", "parser", PRECEDENCE, "sourceId", "inLanguage", "countries");

    private ArticleItem() {}

    static Map<String, AttributeValue> key(ArticleId id) {
        return Map.of(ID, Attributes.text(id.value()));
    }

    static Article article(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> own = new LinkedHashMap<>(item);
        AttributeValue carried = own.remove(CARRIED);
        if (carried == null || carried.b() == null) {
            throw new IllegalArgumentException("an item that carries no article");
        }
        own.put("arrival", time(item, ARRIVAL_KEY));
        own.put("changed", time(item, CHANGED_KEY));
        ObjectNode json = PackedArticle.unpack(carried.b().asByteArray());
        return ArticleJson.article(json.setAll(Attributes.json(own)));
    }

    /** Returns the text key of a revision from its attributes; null where there was none. */
    static @Nullable String textKey(ArticleId id, Map<String, AttributeValue> own) {
        AttributeValue revision = own.get("revision");
        AttributeValue document = own.get("documentId");
        AttributeValue parser = own.get("parser");
        return revision == null || document == null || parser == null
                ? null
                : ParsedArticle.key(
                        id, new Revision(revision.s()), new DocumentId(document.s()), Integer.parseInt(parser.n()));
    }

    /**
     * Writes an article over an existing one; the first arrival is kept.
     *
     * @param shard returns the shard of the article on a day
     */
    static ItemUpdate update(String table, Article article, ToIntFunction<String> shard) {
        return update(table, article, OWN, shard);
    }

    /** Writes an article over the same revision; its precedence is kept, since a repetition may raise it at any time. */
    static ItemUpdate resummary(String table, Article article, ToIntFunction<String> shard) {
        List<String> written =
                OWN.stream().filter(name -> !name.equals(PRECEDENCE)).toList();
        return update(table, article, written, shard);
    }

    private static ItemUpdate update(String table, Article article, List<String> written, ToIntFunction<String> shard) {
        ObjectNode json = ArticleJson.toJson(article);
        Map<String, AttributeValue> own = Attributes.of(json.deepCopy().retain(written));
        ItemUpdate update = new ItemUpdate(table, key(article.id()))
                .setIfAbsent(ARRIVAL_KEY, placed(article.arrival(), article.id()))
                .set(CHANGED_KEY, placed(article.changed(), article.id()));
        if (article.isListed()) {
            // The partitions of the lists: an item without them stands in none.
            update.setIfAbsent(ARRIVAL_DAY, day(article.arrival(), shard))
                    .set(CHANGED_DAY, day(article.changed(), shard));
        }
        written.forEach(name -> update.setOrRemove(name, own.get(name)));
        byte[] carried = PackedArticle.pack(json, PackedArticle.OWN);
        return update.set(CARRIED, AttributeValue.fromB(SdkBytes.fromByteArray(carried)));
    }

    /** Returns the item that stays of a deleted article: in no list but that of changes. */
    static Map<String, AttributeValue> tombstone(ArticleId id, Instant at, ToIntFunction<String> shard) {
        return Map.of(
                ID, Attributes.text(id.value()),
                DELETED_AT, Attributes.text(Times.sortable(at)),
                CHANGED_DAY, day(at, shard),
                CHANGED_KEY, placed(at, id));
    }

    private static AttributeValue time(Map<String, AttributeValue> item, String key) {
        return Attributes.text(Times.sortable(at(item, key)));
    }

    /** Returns the time that a key begins with. */
    private static Instant at(Map<String, AttributeValue> item, String key) {
        AttributeValue placed = item.get(key);
        if (placed == null || placed.s() == null || placed.s().indexOf('#') < 0) {
            throw new IllegalArgumentException("an item without " + key);
        }
        return Instant.parse(placed.s().substring(0, placed.s().indexOf('#')));
    }

    /** Returns when an item was last changed. */
    static Instant changed(Map<String, AttributeValue> item) {
        return at(item, CHANGED_KEY);
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
