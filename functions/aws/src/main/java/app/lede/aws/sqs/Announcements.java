package app.lede.aws.sqs;

import app.lede.document.ObjectCreated;
import app.lede.json.Json;
import app.lede.pipeline.JobQueue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Announces objects to a queue in the words of Amazon S3's own notifications. Thread safe. */
public final class Announcements implements JobQueue<ObjectCreated> {

    private final Supplier<SqsClient> client;
    private final String queueUrl;
    private final String bucket;

    /** @param client is asked for with the first announcement: most invocations announce nothing */
    public Announcements(Supplier<SqsClient> client, String queueUrl, String bucket) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.bucket = bucket;
    }

    @Override
    public void send(List<ObjectCreated> objects) {
        queue().send(objects.stream().map(this::notification).toList());
    }

    @Override
    public void sendLater(ObjectCreated object, Duration delay) {
        queue().sendLater(notification(object), delay);
    }

    private JobQueue<JsonNode> queue() {
        return new SqsQueue<>(client.get(), queueUrl);
    }

    private JsonNode notification(ObjectCreated object) {
        ObjectNode notification = Json.object();
        ObjectNode record = notification.putArray("Records").addObject();
        record.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("eventTime", object.at().toString())
                .put("eventName", "ObjectCreated:Put");
        ObjectNode s3 = record.putObject("s3");
        s3.put("s3SchemaVersion", "1.0").put("configurationId", "reconcile-documents");
        s3.putObject("bucket").put("name", bucket).put("arn", "arn:aws:s3:::" + bucket);
        ObjectNode described = s3.putObject("object");
        described
                .put("key", URLEncoder.encode(object.key(), StandardCharsets.UTF_8))
                .put("size", object.size())
                .put("eTag", object.etag())
                .put("sequencer", object.sequencer());
        if (object.versionId() != null) {
            described.put("versionId", object.versionId());
        }
        return notification;
    }
}
