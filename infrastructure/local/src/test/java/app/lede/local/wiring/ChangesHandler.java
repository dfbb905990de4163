package app.lede.local.wiring;

import app.lede.aws.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends each change of a table to a file; reports the first whose title contains "fails", throws on "throws", and takes one of
 * those that contain "alone" at a call.
 */
public final class ChangesHandler implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    public ChangesHandler(Environment environment) {
        this.file = Path.of(environment.variables().getOrDefault("RECORD_FILE", ""));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        int taken = 0;
        for (JsonNode record : JSON.readTree(input).path("Records")) {
            JsonNode change = record.path("dynamodb");
            String title = change.at("/NewImage/title/S").asText();
            if (title.contains("alone") && taken > 0) {
                failed(answer, change);
                break;
            }
            taken++;
            Files.writeString(
                    file,
                    record.path("eventName").asText() + " "
                            + change.at("/Keys/id/S").asText() + ": "
                            + change.at("/OldImage/title/S").asText() + " > " + title + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            if (title.contains("throws")) {
                throw new IllegalStateException("asked to throw");
            }
            if (title.contains("fails")) {
                failed(answer, change);
                break;
            }
        }
        JSON.writeValue(output, answer);
    }

    private static void failed(ObjectNode answer, JsonNode change) {
        answer.withArray("batchItemFailures")
                .addObject()
                .put("itemIdentifier", change.path("SequenceNumber").asText());
    }
}
