package app.lede.aws.events;

import app.lede.document.ObjectCreated;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What Amazon S3 announces through a queue.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
public sealed interface S3Notification {

    /** Objects that were written; usually one. Announcements of anything else are left out. */
    record Created(List<ObjectCreated> objects) implements S3Notification {
        public Created {
            objects = List.copyOf(objects);
        }
    }

    /** What S3 sends once when a queue is connected to a bucket. */
    record TestEvent(String bucket) implements S3Notification {}

    /** Reads the body of a message; IllegalArgumentException if it is no announcement. */
    static S3Notification read(String body) {
        JsonNode notification = Json.read(body);
        if (notification.path("Event").asText().equals("s3:TestEvent")) {
            return new TestEvent(notification.path("Bucket").asText());
        }
        JsonNode records = notification.path("Records");
        if (!records.isArray()) {
            throw new IllegalArgumentException("not an S3 notification: it has no Records");
        }
        return new Created(StreamSupport.stream(records.spliterator(), false)
                .filter(event -> event.path("eventName").asText().startsWith("ObjectCreated:"))
                .map(S3Notification::created)
                .toList());
    }

    private static ObjectCreated created(JsonNode event) {
        JsonNode object = event.path("s3").path("object");
        return new ObjectCreated(
                // Keys are encoded as in a form: a plus sign is a space.
                URLDecoder.decode(object.path("key").asText(), StandardCharsets.UTF_8),
                object.path("size").asLong(),
                object.path("eTag").asText(),
                object.hasNonNull("versionId") ? object.path("versionId").asText() : null,
                object.path("sequencer").asText(),
                Instant.parse(event.path("eventTime").asText()));
    }
}
