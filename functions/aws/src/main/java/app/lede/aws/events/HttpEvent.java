package app.lede.aws.events;

import app.lede.api.Answer;
import app.lede.api.QueryString;
import app.lede.api.Request;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of an API Gateway HTTP API, payload format 2.0.
 *
 * <p>The query is parsed from the raw string: the gateway joins repeated parameters with a comma, which a value may
 * contain too.
 */
public record HttpEvent(String requestId, Request request) {

    /** Parses an event; throws IllegalArgumentException if it is invalid. */
    public static HttpEvent read(byte[] bytes) {
        JsonNode event = Json.read(bytes);
        if (!event.hasNonNull("routeKey")) {
            throw new IllegalArgumentException("not an HTTP API event: it has no routeKey");
        }
        Request request = new Request(
                event.path("routeKey").asText(),
                event.at("/requestContext/http/method").asText(),
                event.path("rawPath").asText(),
                texts(event.path("pathParameters")),
                QueryString.parse(event.path("rawQueryString").asText()),
                texts(event.path("headers")),
                body(event));
        return new HttpEvent(event.path("requestContext").path("requestId").asText(), request);
    }

    /** Returns the response event; a body that is not UTF-8 text is base64-encoded. */
    public static byte[] answer(Answer answer) {
        ObjectNode response = Json.object();
        response.put("statusCode", answer.status());
        ObjectNode headers = response.putObject("headers");
        answer.headers().forEach(headers::put);
        String text = utf8(answer.body());
        response.put("isBase64Encoded", text == null);
        response.put("body", text == null ? Base64.getEncoder().encodeToString(answer.body()) : text);
        return Json.bytes(response);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> texts.put(
                        field.getKey().toLowerCase(Locale.ROOT),
                        field.getValue().asText()));
        return texts;
    }

    private static byte[] body(JsonNode event) {
        String body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
