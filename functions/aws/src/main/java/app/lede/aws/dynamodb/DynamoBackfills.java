package app.lede.aws.dynamodb;

import app.lede.backfill.Backfill;
import app.lede.backfill.Backfills;
import app.lede.json.Json;
import app.lede.source.SourceId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows {@code backfills} / {@code <source id>} of the control table, with the backfill as JSON. Thread safe. */
public final class DynamoBackfills implements Backfills {

    private static final String PARTITION = "backfills";
    private static final String RUN = "run";
    private static final String STEP = "step";

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoBackfills(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public Optional<Backfill> get(SourceId source) {
        return control.get(PARTITION, source.value()).map(DynamoBackfills::run);
    }

    private static Backfill run(Map<String, AttributeValue> row) {
        return Json.read(Optional.ofNullable(row.get(RUN)).orElseThrow().s(), Backfill.class);
    }

    @Override
    public boolean add(Backfill first) {
        return update(first).onlyIf("attribute_not_exists(#step)").isDoneOnce(client);
    }

    @Override
    public boolean replace(Backfill next) {
        return replace(next.step() - 1L, next);
    }

    @Override
    public boolean note(Backfill same) {
        return replace(same.step(), same);
    }

    private boolean replace(long step, Backfill run) {
        return update(run)
                .onlyIf("#step = :before")
                .with("before", Attributes.number(step))
                .isDoneOnce(client);
    }

    @Override
    public void remove(SourceId source) {
        boolean unused = control.remove(PARTITION, source.value());
    }

    private ItemUpdate update(Backfill run) {
        return control.update(PARTITION, run.source().value())
                .set(RUN, Attributes.text(Json.text(run)))
                .set(STEP, Attributes.number(run.step()));
    }
}
