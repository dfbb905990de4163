package app.lede.aws.dynamodb;

import app.lede.pipeline.ReconciliationWalks;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps the row {@code reconcile} / {@code documents} of the control table. Thread safe. */
public final class DynamoReconciliationWalks implements ReconciliationWalks {

    private static final String PARTITION = "reconcile";
    private static final String SORT = "documents";
    private static final Duration KEPT = Duration.ofDays(30);

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoReconciliationWalks(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public Optional<Walk> last() {
        return control.get(PARTITION, SORT).map(DynamoReconciliationWalks::walk);
    }

    private static Walk walk(Map<String, AttributeValue> row) {
        AttributeValue begun = Optional.ofNullable(row.get("begun")).orElseThrow();
        AttributeValue after = row.get("after");
        return new Walk(Instant.parse(begun.s()), after == null ? null : after.s());
    }

    @Override
    public void keep(Walk walk) {
        ItemUpdate update = control.update(PARTITION, SORT)
                .set("begun", Attributes.text(walk.begun().toString()))
                .set(ControlTable.TTL, Attributes.seconds(walk.begun().plus(KEPT)));
        if (walk.after() == null) {
            update.remove("after").isDone(client);
        } else {
            update.set("after", Attributes.text(walk.after())).isDone(client);
        }
    }
}
