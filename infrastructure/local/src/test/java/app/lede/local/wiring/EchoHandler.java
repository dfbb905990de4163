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

/** Answers an API request with its event and the handler's environment. */
public final class EchoHandler implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Environment environment;

    public EchoHandler(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = JSON.readTree(input);
        context.getLogger().log("echo " + event.path("rawPath").asText());
        if (event.path("rawPath").asText().equals("/broken")) {
            throw new IllegalStateException("asked to break");
        }
        ObjectNode echo = JSON.createObjectNode();
        echo.set("event", event);
        echo.set("environment", JSON.valueToTree(environment.variables()));
        ObjectNode answer = JSON.createObjectNode().put("statusCode", 201).put("body", echo.toString());
        answer.putObject("headers").put("content-type", "application/json").put("x-answer", "echo");
        answer.putArray("cookies").add("a=1").add("b=2");
        JSON.writeValue(output, answer);
    }
}
