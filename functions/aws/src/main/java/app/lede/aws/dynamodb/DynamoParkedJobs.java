package app.lede.aws.dynamodb;

import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.pipeline.FetchJob;
import app.lede.pipeline.ParkedJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Rows {@code due#<epoch second of the bucket>} / {@code <hash of the key>#<purpose>} of the control table, with the job as
 * JSON. Thread safe.
 */
public final class DynamoParkedJobs implements ParkedJobs {

    /** A schedule that was down for longer has lost its jobs, which the next polls send again. */
    private static final Duration KEPT = Duration.ofDays(3);

    private static final int STRETCH = 100;

    private final DynamoDbClient client;
    private final ControlTable control;

    public DynamoParkedJobs(DynamoDbClient client, String controlTable) {
        this.client = client;
        this.control = new ControlTable(client, controlTable);
    }

    @Override
    public void park(FetchJob job, Instant until) {
        control.update(partition(ParkedJobs.bucket(until)), id(job))
                .set("job", Attributes.text(Json.text(job)))
                .set(ControlTable.TTL, Attributes.seconds(until.plus(KEPT)))
                .isDone(client);
    }

    @Override
    public Stream<Row> in(Instant bucket) {
        return control.descending(partition(bucket), null, STRETCH).map(DynamoParkedJobs::row);
    }

    private static Row row(Map<String, AttributeValue> row) {
        try {
            AttributeValue job = Optional.ofNullable(row.get("job")).orElseThrow();
            return new Row.Job(Json.read(String.valueOf(job.s()), FetchJob.class));
        } catch (RuntimeException e) {
            // Damaged, or written by another version; the other rows of the bucket do not wait for it.
            return new Row.Unreadable(
                    ControlTable.partition(row) + " " + ControlTable.sortKey(row), String.valueOf(e.getMessage()));
        }
    }

    private static String partition(Instant bucket) {
        return "due#" + bucket.getEpochSecond();
    }

    private static String id(FetchJob job) {
        return Digest.base32(job.key()) + "#" + job.why();
    }
}
