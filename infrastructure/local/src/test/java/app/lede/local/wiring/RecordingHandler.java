package app.lede.local.wiring;

import app.lede.aws.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends each event to a file; reports messages containing "fails" as failed, throws on "throws". */
public final class RecordingHandler implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    public RecordingHandler(Environment environment) {
        this.file = Path.of(environment.variables().getOrDefault("RECORD_FILE", ""));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = JSON.readTree(input);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        if (!event.has("Records")) {
            record(event.toString());
        }
        for (JsonNode message : event.path("Records")) {
            String body = message.path("body").asText();
            record(body);
            if (body.contains("throws")) {
                throw new IllegalStateException("asked to throw");
            }
            if (body.contains("fails")) {
                failures.addObject()
                        .put("itemIdentifier", message.path("messageId").asText());
            }
        }
        JSON.writeValue(output, answer);
    }

    private void record(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
