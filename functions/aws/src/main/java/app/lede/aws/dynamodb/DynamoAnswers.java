package app.lede.aws.dynamodb;

import app.lede.abstractive.AnswerStore;
import app.lede.abstractive.Reason;
import app.lede.abstractive.StoredAnswer;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows {@code model#<key>} / {@code answer} of the control table: {@code asked}, when a question was claimed, and {@code text}
 * or {@code reason} once it was answered. Thread safe.
 */
public final class DynamoAnswers implements AnswerStore {

    private static final String SORT = "answer";

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoAnswers(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public Claim claim(String key, Instant now) {
        ItemUpdate.Result result = control.update(partition(key), SORT)
                .set("asked", Attributes.millis(now))
                .remove("text")
                .remove("reason")
                .set(ControlTable.TTL, Attributes.seconds(now.plus(KEPT)))
                .with("now", Attributes.seconds(now))
                .onlyIf("attribute_not_exists(#asked) OR #ttl <= :now")
                .sendOnce(client);
        return switch (result) {
            case ItemUpdate.Result.Done ignored -> new Claim.Granted();
            case ItemUpdate.Result.Refused refused -> state(refused.item(), now);
        };
    }

    private static Claim state(Map<String, AttributeValue> row, Instant now) {
        if (row.containsKey("text")) {
            return new Claim.Known(StoredAnswer.of(text(row, "text")));
        }
        if (row.containsKey("reason")) {
            return new Claim.Known(StoredAnswer.of(Reason.ofLabel(text(row, "reason"))));
        }
        AttributeValue asked = row.get("asked");
        boolean fresh = asked != null && now.isBefore(Attributes.ofMillis(asked).plus(LEASE));
        return fresh ? new Claim.Underway() : new Claim.Interrupted();
    }

    private static String text(Map<String, AttributeValue> row, String name) {
        AttributeValue value = row.get(name);
        return value == null ? "" : value.s();
    }

    @Override
    public void keep(String key, StoredAnswer answer, Instant now) {
        String text = answer.text();
        Reason reason = answer.reason();
        control.update(partition(key), SORT)
                .setIfAbsent("asked", Attributes.millis(now))
                .setOrRemove("text", text == null ? null : Attributes.text(text))
                .setOrRemove("reason", reason == null ? null : Attributes.text(reason.label()))
                .set(ControlTable.TTL, Attributes.seconds(now.plus(KEPT)))
                .send(client);
    }

    @Override
    public void release(String key) {
        control.remove(partition(key), SORT);
    }

    private static String partition(String key) {
        return "model#" + key;
    }
}
