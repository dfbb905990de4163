package app.lede.aws.dynamodb;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.PublishedDate;
import app.lede.article.Times;
import app.lede.json.ArticleJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An article as an item: its JSON as attributes, and the keys of the two indexes.
 *
 * <p>{@code arrivalDay} = {@code yyyy-mm-dd#shard}, {@code arrivalKey} = {@code arrival#id}; {@code sourceMonth} =
 * {@code source#yyyy-mm}, {@code publishedKey} = {@code published#id}, where what claims to be published after it arrived
 * counts from its arrival, and so does what does not say when.
 */
final class ArticleItem {

    static final String BY_ARRIVAL = "by-arrival";

    /** What an earlier revision may have said and a later one need not. */
    private static final List<String> OPTIONAL = List.of(
            "url",
            "sourceId",
            "usageInfo",
            "headline",
            "alternativeHeadline",
            "description",
            "publisher",
            "datePublished",
            "datePublishedRaw",
            "datePrecision",
            "datePublishedSource",
            "dateModified",
            "dateModifiedRaw",
            "dateModifiedPrecision",
            "dateModifiedSource",
            "articleSection",
            "image",
            "isAccessibleForFree",
            "inLanguage",
            "sourceMonth",
            "publishedKey");

    private ArticleItem() {}

    static Map<String, AttributeValue> key(ArticleId id) {
        return Map.of("id", Attributes.text(id.value()));
    }

    static Article article(Map<String, AttributeValue> item) {
        return ArticleJson.article(Attributes.json(item));
    }

    /** The write of an article over whatever stood there; the first arrival stays. */
    static ItemUpdate update(String table, Article article, int shard) {
        Map<String, AttributeValue> attributes = attributes(article);
        ItemUpdate update = new ItemUpdate(table, key(article.id()))
                .setAll(attributes)
                .setIfAbsent("arrival", Attributes.text(Times.sortable(article.arrival())))
                .setIfAbsent("arrivalDay", Attributes.text(arrivalDay(article.arrival(), shard)))
                .setIfAbsent("arrivalKey", Attributes.text(arrivalKey(article)));
        OPTIONAL.stream().filter(name -> !attributes.containsKey(name)).forEach(update::remove);
        return update;
    }

    static Map<String, AttributeValue> attributes(Article article) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>(Attributes.of(ArticleJson.toJson(article)));
        attributes.remove("id");
        attributes.remove("arrival");
        if (article.sourceId() != null) {
            String published = Times.sortable(published(article));
            attributes.put("sourceMonth", Attributes.text(article.sourceId() + "#" + published.substring(0, 7)));
            attributes.put("publishedKey", Attributes.text(published + "#" + article.id()));
        }
        return attributes;
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

    private static Instant published(Article article) {
        Instant published = moment(article.metadata().datePublished());
        return published == null || published.isAfter(article.arrival()) ? article.arrival() : published;
    }

    /** A bare date counts from its first moment in UTC. Dates before the year 0 do not sort, and are no dates of articles. */
    private static @Nullable Instant moment(@Nullable PublishedDate date) {
        if (date == null) {
            return null;
        }
        try {
            Instant moment = date.value().contains("T")
                    ? OffsetDateTime.parse(date.value()).toInstant()
                    : LocalDate.parse(date.value()).atStartOfDay(ZoneOffset.UTC).toInstant();
            return moment.isBefore(Instant.parse("0000-01-01T00:00:00Z")) ? null : moment;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
