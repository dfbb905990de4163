package app.lede.aws.dynamodb;

import app.lede.article.Article;
import app.lede.article.ArticleId;
import app.lede.article.ArticleStore;
import app.lede.article.Precedence;
import app.lede.article.Revision;
import app.lede.article.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Stores articles in DynamoDB, one item each, written once per revision by one conditional update of at most 4 write
 * units. The days of arrival and change are registered in the control
 * table before the day's first item.
 */
public final class DynamoArticles implements ArticleStore {

    /** Writes if absent, or if the stored revision ranks lower; see {@link ArticleStore#offer}. */
    private static final String RANKS_HIGHER = "attribute_not_exists(#id)"
            + " OR (#documentId = :documentId AND #parser < :parser)"
            + " OR (#documentId <> :documentId AND #revision <> :revision AND (#precedence < :precedence"
            + " OR (#precedence = :precedence AND (#parser < :parser"
            + " OR (#parser = :parser AND #revision < :revision)))))";

    private final DynamoDbClient client;
    private final String table;
    private final ArrivalDays days;

    public DynamoArticles(DynamoDbClient client, String articlesTable, String controlTable) {
        this.client = client;
        this.table = articlesTable;
        this.days = new ArrivalDays(client, controlTable);
    }

    @Override
    public Offered offer(Article article, @Nullable Revision insteadOf) {
        return switch (update(article, insteadOf).answeredWithOld().send(client)) {
            case ItemUpdate.Result.Done(var old) ->
                new Offered(Standing.STORED, ArticleItem.textKey(article.id(), old));
            case ItemUpdate.Result.Refused refused -> new Offered(standing(article, refused.item()), null);
        };
    }

    private ItemUpdate update(Article article, @Nullable Revision insteadOf) {
        ItemUpdate update = ArticleItem.update(table, article, day -> days.shard(day, article.id()))
                .named("id");
        if (insteadOf == null) {
            return update.onlyIf(RANKS_HIGHER);
        }
        String place = insteadOf.equals(article.revision())
                ? " OR (#revision = :insteadOf AND #precedence < :precedence)"
                : " OR #revision = :insteadOf";
        return update.with("insteadOf", Attributes.text(insteadOf.value())).onlyIf(RANKS_HIGHER + place);
    }

    private Standing standing(Article article, Map<String, AttributeValue> old) {
        if (old.containsKey(ArticleItem.DELETED_AT)) {
            return Standing.DELETED;
        }
        if (has(old, "documentId", article.provenance().documentId())) {
            return has(old, "parser", article.provenance().parser()) ? Standing.STORED : Standing.SUPERSEDED;
        }
        if (!has(old, "revision", article.revision())) {
            return Standing.SUPERSEDED;
        }
        return raise(article.id(), article.revision(), article.provenance().precedence())
                ? Standing.UNCHANGED
                : Standing.SUPERSEDED;
    }

    private static boolean has(Map<String, AttributeValue> item, String name, Object value) {
        AttributeValue stored = item.get(name);
        return stored != null && value.toString().equals(stored.s() == null ? stored.n() : stored.s());
    }

    /** Nothing older than the document that repeats a revision may come in between any more. */
    @Override
    public boolean raise(ArticleId id, Revision revision, Precedence precedence) {
        ItemUpdate update = new ItemUpdate(table, ArticleItem.key(id))
                .set("precedence", Attributes.text(precedence.encoded()))
                .named("revision")
                .with("revision", Attributes.text(revision.value()))
                .onlyIf("#revision = :revision AND #precedence < :precedence");
        return switch (update.send(client)) {
            case ItemUpdate.Result.Done done -> true;
            case ItemUpdate.Result.Refused refused -> has(refused.item(), "revision", revision);
        };
    }

    @Override
    public boolean resummarise(Article article) {
        ItemUpdate update = ArticleItem.resummary(table, article, day -> days.shard(day, article.id()))
                .onlyIf("#documentId = :documentId AND #parser = :parser AND #revision = :revision");
        return switch (update.send(client)) {
            case ItemUpdate.Result.Done done -> true;
            case ItemUpdate.Result.Refused refused -> false;
        };
    }

    /** Replaces the item by a tombstone. */
    @Override
    public boolean delete(ArticleId id, Instant at) {
        Map<String, AttributeValue> tombstone = ArticleItem.tombstone(id, at, day -> days.shard(day, id));
        try {
            client.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(tombstone)
                    .conditionExpression(
                            "attribute_exists(id) AND attribute_not_exists(" + ArticleItem.DELETED_AT + ")")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() && !e.item().isEmpty();
        }
    }

    @Override
    public Optional<Article> get(ArticleId id) {
        return article(item(id, false));
    }

    @Override
    public Optional<Article> latest(ArticleId id) {
        return article(item(id, true));
    }

    @Override
    public boolean isDeleted(ArticleId id) {
        return item(id, true).containsKey(ArticleItem.DELETED_AT);
    }

    private Map<String, AttributeValue> item(ArticleId id, boolean latest) {
        return client.getItem(GetItemRequest.builder()
                        .tableName(table)
                        .key(ArticleItem.key(id))
                        .consistentRead(latest)
                        .build())
                .item();
    }

    private static Optional<Article> article(Map<String, AttributeValue> item) {
        return item.isEmpty() || item.containsKey(ArticleItem.DELETED_AT)
                ? Optional.empty()
                : Optional.of(ArticleItem.article(item));
    }

    @Override
    public List<Article> getAll(List<ArticleId> ids) {
        List<Map<String, AttributeValue>> keys =
                ids.stream().distinct().map(ArticleItem::key).toList();
        Map<ArticleId, Article> found = BatchGet.of(client, table, keys).stream()
                .filter(item -> !item.containsKey(ArticleItem.DELETED_AT))
                .map(ArticleItem::article)
                .collect(Collectors.toMap(Article::id, article -> article));
        return ids.stream().map(found::get).flatMap(Stream::ofNullable).toList();
    }
}
