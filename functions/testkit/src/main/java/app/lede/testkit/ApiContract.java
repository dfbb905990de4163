package app.lede.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Validates exchanges of the HTTP API against {@code infrastructure/openapi.yaml}: status codes, headers, media types and
 * bodies of answers, and the parameters and bodies of requests that were accepted. A field, header or parameter that the
 * description does not name is a fault, though OpenAPI alone would let it pass. Thread safe.
 */
public final class ApiContract {

    private static final String BASE = "https://lede.example/openapi.json";

    /** Headers of the representation that any answer may carry; {@code info.description} tells of them once. */
    private static final Set<String> TRANSPORT =
            Set.of("content-type", "content-encoding", "vary", "cache-control", "x-content-type-options");

    private static final ApiContract CONTRACT = new ApiContract();

    private final JsonNode description;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ApiContract() {
        this.description = closed(read());
        this.registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(BASE, description.toString())));
    }

    /** Checks a Lambda event of payload format 2.0 and its answer; an event that is no HTTP request is left alone. */
    public static void check(JsonNode event, JsonNode answer) {
        if (event.hasNonNull("routeKey") && answer.has("statusCode")) {
            List<String> faults = CONTRACT.faults(ApiExchange.of(event, answer));
            if (!faults.isEmpty()) {
                throw new AssertionError(event.path("routeKey").asText() + " breaks openapi.yaml:\n  "
                        + String.join("\n  ", faults) + "\n" + answer);
            }
        }
    }

    /** Returns whether a route key is one of the description's operations. */
    public static boolean describes(String route) {
        int space = route.indexOf(' ');
        return space > 0
                && CONTRACT.description
                        .at("/paths/" + escaped(route.substring(space + 1)))
                        .has(route.substring(0, space).toLowerCase(Locale.ROOT));
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper()
                    .readTree(Files.readString(EventFiles.repository().resolve("infrastructure/openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forbids fields that a schema does not name, unless it sets additionalProperties itself. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiContract::closed);
        return node;
    }

    private List<String> faults(ApiExchange exchange) {
        List<String> faults = new ArrayList<>();
        if (!exchange.hasOperation() || exchange.status() == 405) {
            unmatched(exchange, faults);
            return faults;
        }
        String pointer = "/paths/" + escaped(exchange.path()) + "/" + exchange.operation();
        if (description.at(pointer).isMissingNode()) {
            return List.of("no such operation");
        }
        if (exchange.status() < 300) {
            request(exchange, pointer, faults);
        }
        String response = resolved(pointer + "/responses/" + exchange.status());
        if (description.at(response).isMissingNode()) {
            faults.add("status " + exchange.status() + " is not described");
        } else {
            headers(exchange, response, faults);
            body(exchange, response, faults);
        }
        return faults;
    }

    /** Allows 204 for OPTIONS, the problems 404 and 405, and for HEAD the responses of GET without a body. */
    private void unmatched(ApiExchange exchange, List<String> faults) {
        if (exchange.isHead()) {
            require(exchange.text().isEmpty(), "has a body", faults);
            return;
        }
        if (exchange.status() == 204 || exchange.status() == 405) {
            require(exchange.headers().containsKey("allow"), "no Allow header", faults);
        }
        if (exchange.status() == 404 || exchange.status() == 405) {
            validate("/components/schemas/Problem", exchange.json(), faults);
        } else {
            require(exchange.status() == 204, "status " + exchange.status() + " without a route", faults);
        }
    }

    private void request(ApiExchange exchange, String pointer, List<String> faults) {
        List<String> known = new ArrayList<>();
        for (String list :
                List.of(pointer + "/parameters", pointer.substring(0, pointer.lastIndexOf('/')) + "/parameters")) {
            for (int i = 0; i < description.at(list).size(); i++) {
                JsonNode parameter = description.at(resolved(list + "/" + i));
                known.add(parameter.path("in").asText() + " "
                        + parameter.path("name").asText());
            }
        }
        exchange.parameters()
                .forEach(name -> require(known.contains("query " + name), "took the parameter " + name, faults));
        String schema = resolved(pointer + "/requestBody/content/application~1json") + "/schema";
        JsonNode body = exchange.requestJson();
        boolean isOptional = !description.at(pointer + "/requestBody/required").asBoolean();
        if (!description.at(schema).isMissingNode() && !(isOptional && body.isMissingNode())) {
            validate(schema, body, faults);
        }
    }

    private void headers(ApiExchange exchange, String response, List<String> faults) {
        JsonNode described = description.at(response + "/headers");
        List<String> names = new ArrayList<>();
        described.fieldNames().forEachRemaining(name -> {
            names.add(name.toLowerCase(Locale.ROOT));
            boolean required = description
                    .at(resolved(response + "/headers/" + name))
                    .path("required")
                    .asBoolean();
            require(
                    !required || exchange.headers().containsKey(name.toLowerCase(Locale.ROOT)),
                    "lacks the header " + name,
                    faults);
        });
        exchange.headers().keySet().stream()
                .filter(name -> !TRANSPORT.contains(name))
                .forEach(name -> require(names.contains(name), "has the header " + name, faults));
    }

    private void body(ApiExchange exchange, String response, List<String> faults) {
        String content = response + "/content";
        if (description.at(content).isEmpty()) {
            require(exchange.text().isEmpty(), "has a body", faults);
            return;
        }
        String type = content + "/" + escaped(exchange.mediaType());
        if (description.at(type).isMissingNode()) {
            faults.add("is of type " + exchange.mediaType());
        } else if (exchange.mediaType().endsWith("json")
                && !exchange.mediaType().endsWith("ndjson")) {
            validate(type + "/schema", exchange.json(), faults);
        }
    }

    private void validate(String pointer, JsonNode value, List<String> faults) {
        schemas.computeIfAbsent(resolved(pointer), found -> registry.getSchema(SchemaLocation.of(BASE + "#" + found)))
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .forEach(error -> faults.add(error.toString()));
    }

    /** Resolves a reference at the pointer's target. */
    private String resolved(String pointer) {
        String reference = description.at(pointer).path("$ref").asText();
        return reference.isEmpty() ? pointer : resolved(reference.substring(1));
    }

    private static void require(boolean holds, String otherwise, List<String> faults) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private static String escaped(String segment) {
        return segment.replace("~", "~0").replace("/", "~1");
    }
}
