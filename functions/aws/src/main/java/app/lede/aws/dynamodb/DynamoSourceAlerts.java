package app.lede.aws.dynamodb;

import app.lede.alert.SourceAlert;
import app.lede.alert.SourceAlerts;
import app.lede.json.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows {@code alerts} / {@code <time>#<id>} of the control table, with the alert as JSON. Thread safe. */
public final class DynamoSourceAlerts implements SourceAlerts {

    private static final String PARTITION = "alerts";
    private static final String ALERT = "alert";

    private final DynamoDbClient client;
    private final ControlTable control;
    private final InstantSource clock;

    public DynamoSourceAlerts(DynamoDbClient client, String controlTable, InstantSource clock) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
        this.clock = clock;
    }

    @Override
    public void add(SourceAlert alert) {
        control.update(PARTITION, alert.key())
                .set(ALERT, Attributes.text(Json.text(alert)))
                .set(ControlTable.TTL, Attributes.seconds(alert.at().plus(SourceAlert.KEPT)))
                .isDone(client);
    }

    @Override
    public List<SourceAlert> page(@Nullable String before, int limit) {
        Instant now = clock.instant();
        return control.descending(PARTITION, before, limit)
                .filter(row -> !ControlTable.isOver(row, now))
                .limit(limit)
                .map(DynamoSourceAlerts::alert)
                .toList();
    }

    private static SourceAlert alert(Map<String, AttributeValue> row) {
        return Json.read(Optional.ofNullable(row.get(ALERT)).orElseThrow().s(), SourceAlert.class);
    }
}
