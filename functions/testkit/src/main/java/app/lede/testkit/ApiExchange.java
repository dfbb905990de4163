package app.lede.testkit;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * One request and its answer, taken out of the JSON of API Gateway.
 *
 * @param route the route key
 * @param method of the request
 * @param parameters names in the query
 * @param body of the request
 * @param headers of the answer, by lower-case name
 * @param answer the decoded body of the answer
 */
record ApiExchange(
        String route,
        String method,
        Set<String> parameters,
        byte[] body,
        int status,
        Map<String, String> headers,
        byte[] answer) {

    static ApiExchange of(JsonNode event, JsonNode answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        byte[] body = bytes(answer);
        return new ApiExchange(
                event.path("routeKey").asText(),
                event.at("/requestContext/http/method").asText(),
                parameters(event.path("rawQueryString").asText()),
                bytes(event),
                answer.path("statusCode").asInt(),
                headers,
                "gzip".equals(headers.get("content-encoding")) ? inflated(body) : body);
    }

    /** Tests whether the description has an operation for the request. */
    boolean hasOperation() {
        return !route.startsWith("$") && !route.contains("+}") && !route.startsWith("HEAD ");
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    String path() {
        return route.substring(route.indexOf(' ') + 1);
    }

    String operation() {
        return route.substring(0, route.indexOf(' ')).toLowerCase(Locale.ROOT);
    }

    String mediaType() {
        String type = headers.getOrDefault("content-type", "");
        int semicolon = type.indexOf(';');
        return semicolon < 0 ? type : type.substring(0, semicolon);
    }

    String text() {
        return new String(answer, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return json(answer);
    }

    JsonNode requestJson() {
        return json(body);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] bytes(JsonNode message) {
        String body = message.path("body").asText("");
        return message.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> parameters(String query) {
        Set<String> names = new TreeSet<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                names.add(URLDecoder.decode(name, StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    private static byte[] inflated(byte[] body) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
