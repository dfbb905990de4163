package app.lede.mcp;

import app.lede.api.Answer;
import app.lede.api.Request;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers {@code POST /mcp}: JSON-RPC 2.0 without sessions. Revision 2026-07-28 asks with {@code server/discover} and {@code _meta};
 * earlier ones with {@code initialize}, which here changes nothing. One answer serves both.
 *
 * <p>Thread safe.
 */
public final class McpEndpoint {

    /** The route, answered by the function that reads. */
    public static final String ROUTE = "POST /mcp";

    /** Revision without a handshake. */
    static final String MODERN = "2026-07-28";

    /** Revisions with a handshake, the latest first. */
    static final List<String> LEGACY = List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    private static final int MOST_CALLS = 20;
    private static final long LIST_TTL = 3_600_000;
    private static final String VERSION_META = "io.modelcontextprotocol/protocolVersion";

    private final Toolbox tools;
    private final String version;

    /**
     * Creates the endpoint.
     *
     * @param version of this software, which clients show
     */
    public McpEndpoint(Toolbox tools, String version) {
        this.tools = tools;
        this.version = version;
    }

    /** Answers one POST: a request, a notification, or a list of them. */
    public Answer answer(Request request) {
        if (isForeign(request)) {
            return Answer.json(
                    403,
                    RpcError.of(RpcError.INVALID_REQUEST, "the origin is another site")
                            .response(null));
        }
        JsonNode message = parsed(request.body());
        if (message.isMissingNode()) {
            return Answer.json(
                    400, RpcError.of(RpcError.PARSE, "the body is no JSON").response(null));
        }
        return message.isArray() ? all(message, request) : one(message, request);
    }

    /** Tests for a page of another site that asks a server on this machine, as in DNS rebinding. */
    private static boolean isForeign(Request request) {
        Optional<String> origin = request.header("origin").map(text -> text.toLowerCase(Locale.ROOT));
        boolean local = request.header("host").filter(McpEndpoint::isLoopback).isPresent();
        return local
                && origin.filter(text ->
                                !isLoopback(text.substring(text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3)))
                        .isPresent();
    }

    private static boolean isLoopback(String authority) {
        String host = authority.replaceFirst(":[0-9]{1,5}$", "");
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return Json.read(body);
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    /** Answers a batch of revision 2025-03-26. */
    private Answer all(JsonNode messages, Request request) {
        if (messages.isEmpty() || messages.size() > MOST_CALLS) {
            return Answer.json(
                    400,
                    RpcError.of(RpcError.INVALID_REQUEST, "a batch has 1 to " + MOST_CALLS + " messages")
                            .response(null));
        }
        ArrayNode responses = Json.object().putArray("responses");
        for (JsonNode message : messages) {
            response(message, request).ifPresent(response -> responses.add(response.json()));
        }
        return responses.isEmpty() ? Answer.empty(202) : Answer.json(200, responses);
    }

    private Answer one(JsonNode message, Request request) {
        return response(message, request)
                .map(response -> Answer.json(response.status(), response.json()))
                .orElseGet(() -> Answer.empty(202));
    }

    /** A response with the status it has by itself. */
    private record Response(int status, ObjectNode json) {}

    private Optional<Response> response(JsonNode message, Request request) {
        JsonNode id = message.path("id");
        boolean named = id.isTextual() || id.isIntegralNumber();
        if (!message.isObject() || !message.path("jsonrpc").asText().equals("2.0")) {
            return Optional.of(new Response(
                    400,
                    RpcError.of(RpcError.INVALID_REQUEST, "no message of JSON-RPC 2.0")
                            .response(named ? id : null)));
        }
        if (!message.path("method").isTextual()) {
            // A response to a request of ours, of which there are none.
            return message.has("result") || message.has("error")
                    ? Optional.empty()
                    : Optional.of(new Response(
                            400,
                            RpcError.of(RpcError.INVALID_REQUEST, "the method is missing")
                                    .response(named ? id : null)));
        }
        if (id.isMissingNode() || id.isNull()) {
            return Optional.empty();
        }
        if (!named) {
            return Optional.of(new Response(
                    400,
                    RpcError.of(RpcError.INVALID_REQUEST, "the id is neither text nor number")
                            .response(null)));
        }
        try {
            checkVersion(message, request);
            ObjectNode json = Json.object().put("jsonrpc", "2.0");
            json.set("id", id);
            json.set("result", result(message.path("method").textValue(), message.path("params")));
            return Optional.of(new Response(200, json));
        } catch (RpcError e) {
            return Optional.of(new Response(e.status(), e.response(id)));
        }
    }

    private static void checkVersion(JsonNode message, Request request) throws RpcError {
        if (message.path("method").asText().equals("initialize")) {
            return;
        }
        String stated = message.path("params").path("_meta").path(VERSION_META).asText("");
        String header = request.header("mcp-protocol-version").orElse("");
        for (String asked : List.of(stated, header)) {
            if (!asked.isEmpty() && !asked.equals(MODERN) && !LEGACY.contains(asked)) {
                throw RpcError.unsupported(asked);
            }
        }
    }

    private ObjectNode result(String method, JsonNode params) throws RpcError {
        return switch (method) {
            case "initialize" -> initialized(params);
            case "server/discover" -> discovered();
            // Clients of earlier revisions take an empty result only.
            case "ping" -> Json.object();
            case "tools/list" -> {
                ObjectNode list = complete(Json.object());
                list.set("tools", tools.list());
                yield list.put("ttlMs", LIST_TTL).put("cacheScope", "public");
            }
            case "tools/call" -> complete(tools.call(params));
            default -> throw RpcError.of(RpcError.METHOD_NOT_FOUND, "there is no method " + RpcError.cut(method));
        };
    }

    private static ObjectNode complete(ObjectNode result) {
        return result.put("resultType", "complete");
    }

    private ObjectNode initialized(JsonNode params) {
        String asked = params.path("protocolVersion").asText("");
        ObjectNode result = Json.object().put("protocolVersion", LEGACY.contains(asked) ? asked : LEGACY.getFirst());
        result.putObject("capabilities").putObject("tools");
        result.set("serverInfo", serverInfo());
        return result.put("instructions", Toolbox.INSTRUCTIONS);
    }

    private ObjectNode discovered() {
        ObjectNode result = complete(Json.object());
        result.putArray("supportedVersions").add(MODERN);
        result.putObject("capabilities").putObject("tools");
        result.put("instructions", Toolbox.INSTRUCTIONS).put("ttlMs", LIST_TTL).put("cacheScope", "public");
        result.putObject("_meta").set("io.modelcontextprotocol/serverInfo", serverInfo());
        return result;
    }

    private ObjectNode serverInfo() {
        return Json.object()
                .put("name", "lede")
                .put("title", "Lede news library")
                .put("version", version);
    }
}
