package app.lede.aws.dynamodb;

import app.lede.export.Export;
import app.lede.export.ExportId;
import app.lede.export.Exports;
import app.lede.json.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rows {@code exports} / {@code <id>} of the control table, with the export as JSON. Thread safe. */
public final class DynamoExports implements Exports {

    private static final String PARTITION = "exports";
    private static final String EXPORT = "export";
    private static final String STEP = "step";

    private final DynamoDbClient client;
    private final ControlTable control;
    private final InstantSource clock;

    public DynamoExports(DynamoDbClient client, String controlTable, InstantSource clock) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
        this.clock = clock;
    }

    @Override
    public void add(Export export) {
        update(export).isDone(client);
    }

    @Override
    public Optional<Export> get(ExportId id) {
        return control.get(PARTITION, id.value())
                .filter(row -> !ControlTable.isOver(row, clock.instant()))
                .map(DynamoExports::export);
    }

    @Override
    public List<Export> live() {
        Instant now = clock.instant();
        return control.descending(PARTITION).stream()
                .filter(row -> !ControlTable.isOver(row, now))
                .map(DynamoExports::export)
                .toList();
    }

    private static Export export(Map<String, AttributeValue> row) {
        return Json.read(Optional.ofNullable(row.get(EXPORT)).orElseThrow().s(), Export.class);
    }

    @Override
    public boolean replace(Export next) {
        return update(next)
                .onlyIf("#step = :before")
                .with("before", Attributes.number(next.step() - 1L))
                .isDoneOnce(client);
    }

    private ItemUpdate update(Export export) {
        return control.update(PARTITION, export.id().value())
                .set(EXPORT, Attributes.text(Json.text(export)))
                .set(STEP, Attributes.number(export.step()))
                .set(ControlTable.TTL, Attributes.seconds(export.expires()));
    }
}
