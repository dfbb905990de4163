package app.lede.aws.events;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A batch of messages from a queue's event source mapping. */
public record SqsEvent(List<Message> messages) {

    public SqsEvent {
        messages = List.copyOf(messages);
    }

    /**
     * One delivery of a message.
     *
     * @param attempt 1 for the first
     */
    public record Message(String id, String body, int attempt) {

        /**
         * {@code maxReceiveCount} of every queue in the template; after that many failures a message moves to the dead-letter
         * queue.
         */
        public static final int MOST_ATTEMPTS = 5;

        /** Tests whether this is the last delivery. */
        public boolean isLast() {
            return attempt >= MOST_ATTEMPTS;
        }
    }

    /** Parses an event; throws IllegalArgumentException if it is invalid. */
    public static SqsEvent read(byte[] event) {
        JsonNode records = Json.read(event).path("Records");
        if (!records.isArray()) {
            throw new IllegalArgumentException("not an SQS event: it has no Records");
        }
        return new SqsEvent(StreamSupport.stream(records.spliterator(), false)
                .map(message -> new Message(
                        message.path("messageId").asText(),
                        message.path("body").asText(),
                        message.path("attributes")
                                .path("ApproximateReceiveCount")
                                .asInt(1)))
                .toList());
    }
}
