package app.lede.local.wiring;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Builds Lambda's event for a batch of a stream's records, and reads the function's response. */
final class StreamEvents {
    private StreamEvents() {}

    static byte[] of(List<Record> batch, String streamArn) {
        ObjectNode event = Json.object();
        ArrayNode records = event.putArray("Records");
        for (Record record : batch) {
            ObjectNode json = records.addObject()
                    .put("eventID", record.eventID())
                    .put("eventName", record.eventNameAsString())
                    .put("eventVersion", record.eventVersion())
                    .put("eventSource", "aws:dynamodb")
                    .put("awsRegion", "us-east-1")
                    .put("eventSourceARN", streamArn);
            change(record, json.putObject("dynamodb"));
        }
        return Json.bytes(event);
    }

    private static void change(Record record, ObjectNode json) {
        json.put(
                "ApproximateCreationDateTime",
                record.dynamodb().approximateCreationDateTime().getEpochSecond());
        json.set("Keys", item(record.dynamodb().keys()));
        if (record.dynamodb().hasNewImage()) {
            json.set("NewImage", item(record.dynamodb().newImage()));
        }
        if (record.dynamodb().hasOldImage()) {
            json.set("OldImage", item(record.dynamodb().oldImage()));
        }
        json.put("SequenceNumber", record.dynamodb().sequenceNumber())
                .put("SizeBytes", record.dynamodb().sizeBytes())
                .put("StreamViewType", record.dynamodb().streamViewTypeAsString());
    }

    private static ObjectNode item(Map<String, AttributeValue> item) {
        ObjectNode json = Json.object();
        item.forEach((name, value) -> json.set(name, value(value)));
        return json;
    }

    private static ObjectNode value(AttributeValue value) {
        ObjectNode json = Json.object();
        switch (value.type()) {
            case S -> json.put("S", value.s());
            case N -> json.put("N", value.n());
            case B -> json.put("B", base64(value.b()));
            case BOOL -> json.put("BOOL", value.bool());
            case NUL -> json.put("NULL", true);
            case M -> json.set("M", item(value.m()));
            case L -> value.l().forEach(element -> json.withArray("L").add(value(element)));
            case SS -> value.ss().forEach(json.putArray("SS")::add);
            case NS -> value.ns().forEach(json.putArray("NS")::add);
            case BS -> value.bs().forEach(bytes -> json.withArray("BS").add(base64(bytes)));
            case UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException(value.toString());
        }
        if (value.hasL() && value.l().isEmpty()) {
            json.putArray("L");
        }
        return json;
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }

    /**
     * Returns the number of records of a batch, from its beginning, that were handled. As on Lambda, the first failed record
     * and all after it come again; a response with an unknown or empty number, or an unreadable one, fails all.
     */
    static int handled(byte[] answer, List<Record> batch) {
        List<String> numbers =
                batch.stream().map(record -> record.dynamodb().sequenceNumber()).toList();
        int handled = batch.size();
        if (answer.length == 0) {
            return handled;
        }
        try {
            for (JsonNode failure : Json.read(answer).path("batchItemFailures")) {
                int failed = numbers.indexOf(failure.path("itemIdentifier").asText());
                handled = Math.min(handled, Math.max(failed, 0));
            }
            return handled;
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
