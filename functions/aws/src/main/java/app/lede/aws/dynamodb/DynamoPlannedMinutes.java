package app.lede.aws.dynamodb;

import app.lede.article.Times;
import app.lede.source.PlannedMinutes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Stores the last planned minute in the row {@code plan} / {@code minute} of the control table. It expires after a
 * month without ticks, and planning starts afresh.
 */
public final class DynamoPlannedMinutes implements PlannedMinutes {

    private static final String PARTITION = "plan";
    private static final String SORT = "minute";
    private static final Duration KEPT = Duration.ofDays(30);

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoPlannedMinutes(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public Optional<Instant> last() {
        return control.get(PARTITION, SORT)
                .flatMap(row -> Optional.ofNullable(row.get("at")))
                .map(at -> Instant.parse(at.s()));
    }

    @Override
    public void planned(Instant minute) {
        control.update(PARTITION, SORT)
                .set("at", Attributes.text(Times.sortable(minute)))
                .set(ControlTable.TTL, Attributes.seconds(minute.plus(KEPT)))
                .onlyIf("attribute_not_exists(#at) OR #at < :at")
                .isDone(client);
    }
}
