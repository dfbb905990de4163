package app.lede.local.wiring;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Builds Lambda's event for a batch of messages, and reads the function's response. */
final class SqsEvent {
    private SqsEvent() {}

    static byte[] of(List<Message> messages, String queueArn) {
        ObjectNode event = Json.object();
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
        return Json.bytes(event);
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
        if (answer.length == 0) {
            return failed;
        }
        try {
            JsonNode failures = Json.read(answer).path("batchItemFailures");
            for (JsonNode failure : failures) {
                failed.add(failure.path("itemIdentifier").asText());
            }
        } catch (IllegalArgumentException e) {
            return all;
        }
        return all.containsAll(failed) ? failed : all;
    }
}
