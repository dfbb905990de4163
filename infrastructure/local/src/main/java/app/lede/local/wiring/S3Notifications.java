package app.lede.local.wiring;

import app.lede.json.Json;
import app.lede.local.calls.Call;
import app.lede.local.calls.CallLedger;
import app.lede.local.calls.CallLedger.Count;
import app.lede.local.engine.StoredObject;
import app.lede.local.policy.Context;
import app.lede.local.template.Bucket;
import app.lede.local.template.Template;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends S3 event notifications for new objects to the queues configured for their bucket and key. Thread-safe. Shape:
 * S3 User Guide, "Event message structure", version 2.1; no versionId, as the buckets here keep no versions.
 */
final class S3Notifications {
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Template template;
    private final Map<String, String> queueUrls;
    private final SqsClient sqs;
    private final InstantSource clock;
    private final CallLedger ledger;
    private final AtomicLong lastSequencer = new AtomicLong();

    /**
     * Creates the sender.
     *
     * @param queueUrls by logical id
     */
    S3Notifications(
            Template template, Map<String, String> queueUrls, SqsClient sqs, InstantSource clock, CallLedger ledger) {
        this.template = template;
        this.queueUrls = queueUrls;
        this.sqs = sqs;
        this.clock = clock;
        this.ledger = ledger;
    }

    /** Sends the notifications of an object; returns once the queues have them. */
    void send(StoredObject object) {
        String event = event(object);
        for (Bucket bucket : template.buckets()) {
            if (!bucket.name().equals(object.bucket())) {
                continue;
            }
            for (Bucket.Notification notification : bucket.notifications()) {
                if (notification.covers(object.eventName(), object.key())) {
                    String url = Optional.ofNullable(queueUrls.get(notification.queue()))
                            .orElseThrow();
                    ledger.add(
                            new Call("s3", "sqs:SendMessage", notification.queue() + ".Arn", new Context(Map.of())),
                            Count.REQUESTS,
                            1);
                    sqs.sendMessage(send -> send.queueUrl(url).messageBody(event));
                }
            }
        }
    }

    private String event(StoredObject object) {
        Instant now = clock.instant();
        ObjectNode event = Json.object();
        ObjectNode record = event.putArray("Records").addObject();
        record.put("eventVersion", "2.1")
                .put("eventSource", "aws:s3")
                .put("awsRegion", "us-east-1")
                .put("eventTime", MILLIS.format(now))
                .put("eventName", object.eventName());
        record.putObject("userIdentity").put("principalId", "AWS:LEDE");
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements")
                .put("x-amz-request-id", "LEDE" + sequencer(now))
                .put("x-amz-id-2", "lede");
        ObjectNode s3 = record.putObject("s3");
        s3.put("s3SchemaVersion", "1.0").put("configurationId", "lede");
        ObjectNode bucket = s3.putObject("bucket");
        bucket.put("name", object.bucket());
        bucket.putObject("ownerIdentity").put("principalId", "LEDE");
        bucket.put("arn", "arn:aws:s3:::" + object.bucket());
        s3.putObject("object")
                .put(
                        "key",
                        URLEncoder.encode(object.key(), StandardCharsets.UTF_8).replace("%2F", "/"))
                .put("size", object.size())
                .put("eTag", object.eTag())
                .put("sequencer", sequencer(now));
        return event.toString();
    }

    /** Returns a sequencer that grows with every event, whatever the clock; 16 hexadecimal digits. */
    private String sequencer(Instant now) {
        long next = lastSequencer.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli() << 16));
        return String.format(Locale.ROOT, "%016X", next);
    }
}
