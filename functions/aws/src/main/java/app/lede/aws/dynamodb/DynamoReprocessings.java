package app.lede.aws.dynamodb;

import app.lede.json.Json;
import app.lede.reprocess.Reprocessing;
import app.lede.reprocess.Reprocessings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows {@code reprocess} / {@code <id>} of the control table, with the run as JSON. Thread safe. */
public final class DynamoReprocessings implements Reprocessings {

    private static final String PARTITION = "reprocess";
    private static final String RUN = "run";
    private static final String STEP = "step";
    private static final Duration KEPT = Duration.ofDays(30);

    private final DynamoDbClient client;
    private final ControlTable control;
    private final InstantSource clock;

    public DynamoReprocessings(DynamoDbClient client, String controlTable, InstantSource clock) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
        this.clock = clock;
    }

    @Override
    public void add(Reprocessing run) {
        update(run).isDone(client);
    }

    @Override
    public Optional<Reprocessing> get(String id) {
        return control.get(PARTITION, id)
                .filter(row -> !ControlTable.isOver(row, clock.instant()))
                .map(DynamoReprocessings::run);
    }

    @Override
    public List<Reprocessing> live() {
        Instant now = clock.instant();
        return control.descending(PARTITION).stream()
                .filter(row -> !ControlTable.isOver(row, now))
                .map(DynamoReprocessings::run)
                .toList();
    }

    private static Reprocessing run(Map<String, AttributeValue> row) {
        return Json.read(Optional.ofNullable(row.get(RUN)).orElseThrow().s(), Reprocessing.class);
    }

    @Override
    public boolean replace(Reprocessing next) {
        return update(next)
                .onlyIf("#step = :before")
                .with("before", Attributes.number(next.step() - 1L))
                .isDoneOnce(client);
    }

    private ItemUpdate update(Reprocessing run) {
        return control.update(PARTITION, run.id())
                .set(RUN, Attributes.text(Json.text(run)))
                .set(STEP, Attributes.number(run.step()))
                .set(ControlTable.TTL, Attributes.seconds(run.created().plus(KEPT)));
    }
}
