package app.lede.aws.events;

import app.lede.document.ObjectCreated;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the announcements of Amazon S3, as they arrive at a queue from S3 itself, through a topic of Amazon SNS, or through a
 * rule of Amazon EventBridge.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge event message
 *     structure</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html">SNS messages in a queue</a>
 */
public sealed interface S3Notification {

    /**
     * Names objects that were written; usually one. Announcements of anything else are left out.
     *
     * @param malformed causes of the records that name no object
     */
    record Created(List<ObjectCreated> objects, List<String> malformed) implements S3Notification {
        public Created {
            objects = List.copyOf(objects);
            malformed = List.copyOf(malformed);
        }

        public Created(List<ObjectCreated> objects) {
            this(objects, List.of());
        }
    }

    /** Is sent once by S3 when a queue is connected to a bucket. */
    record TestEvent(String bucket) implements S3Notification {}

    /** Parses a message body; throws IllegalArgumentException if it is not a notification. */
    static S3Notification read(String body) {
        JsonNode message = Json.read(body);
        boolean throughTopic = message.path("Type").asText().equals("Notification");
        return of(throughTopic ? Json.read(message.path("Message").asText()) : message);
    }

    private static S3Notification of(JsonNode notification) {
        if (notification.path("Event").asText().equals("s3:TestEvent")) {
            return new TestEvent(notification.path("Bucket").asText());
        }
        if (notification.path("source").asText().equals("aws.s3")) {
            boolean created = notification.path("detail-type").asText().equals("Object Created");
            return new Created(created ? List.of(throughBridge(notification)) : List.of());
        }
        JsonNode records = notification.path("Records");
        if (!records.isArray()) {
            throw new IllegalArgumentException("not an S3 notification: it has no Records");
        }
        List<ObjectCreated> objects = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        for (JsonNode event : records) {
            if (event.path("eventName").asText().startsWith("ObjectCreated:")) {
                try {
                    objects.add(created(event));
                } catch (IllegalArgumentException | DateTimeException e) {
                    malformed.add("a record without an object: " + e.getMessage());
                }
            }
        }
        return new Created(objects, malformed);
    }

    /** Keys are plain here, and times have no fractions of seconds. */
    private static ObjectCreated throughBridge(JsonNode event) {
        JsonNode object = event.path("detail").path("object");
        return new ObjectCreated(
                object.path("key").asText(),
                size(object),
                object.path("etag").asText(),
                version(object.path("version-id")),
                object.path("sequencer").asText(),
                Instant.parse(event.path("time").asText()));
    }

    private static long size(JsonNode object) {
        return object.path("size").asLong(ObjectCreated.UNKNOWN_SIZE);
    }

    private static @Nullable String version(JsonNode version) {
        return version.isTextual() && !version.asText().isEmpty() ? version.asText() : null;
    }

    private static ObjectCreated created(JsonNode event) {
        JsonNode object = event.path("s3").path("object");
        if (object.path("key").asText().isEmpty()) {
            throw new IllegalArgumentException("it has no key");
        }
        return new ObjectCreated(
                // Keys are form-encoded: a plus sign is a space.
                URLDecoder.decode(object.path("key").asText(), StandardCharsets.UTF_8),
                size(object),
                object.path("eTag").asText(),
                version(object.path("versionId")),
                object.path("sequencer").asText(),
                Instant.parse(event.path("eventTime").asText()));
    }
}
