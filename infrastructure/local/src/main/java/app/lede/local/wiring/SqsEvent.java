package app.lede.local.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Builds Lambda's event for a batch of messages, and reads the function's response. */
final class SqsEvent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SqsEvent() {}

    static byte[] of(List<Message> messages, String queueArn) {
        ObjectNode event = JSON.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (Message message : messages) {
            ObjectNode record = records.addObject()
                    .put("messageId", message.messageId())
                    .put("receiptHandle", message.receiptHandle())
                    .put("body", message.body());
            ObjectNode attributes = record.putObject("attributes");
            message.attributesAsStrings().forEach(attributes::put);
            ObjectNode own = record.putObject("messageAttributes");
            message.messageAttributes().forEach((name, value) -> attribute(own.putObject(name), value));
            record.put("md5OfBody", message.md5OfBody())
                    .put("eventSource", "aws:sqs")
                    .put("eventSourceARN", queueArn)
                    .put("awsRegion", "us-east-1");
        }
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void attribute(ObjectNode node, MessageAttributeValue value) {
        node.put("stringValue", value.stringValue()).put("dataType", value.dataType());
        node.putArray("stringListValues");
        node.putArray("binaryListValues");
    }

    /**
     * Returns the ids of failed messages. As on Lambda, a response with an unknown or empty id, or an unreadable one,
     * fails all of them.
     */
    static Set<String> failures(byte[] answer, List<Message> messages) {
        Set<String> all = messages.stream().map(Message::messageId).collect(Collectors.toSet());
        Set<String> failed = new HashSet<>();
        try {
            JsonNode failures = JSON.readTree(answer).path("batchItemFailures");
            for (JsonNode failure : failures) {
                failed.add(failure.path("itemIdentifier").asText());
            }
        } catch (IOException e) {
            return all;
        }
        return all.containsAll(failed) ? failed : all;
    }
}
