package app.lede.mcp;

import app.lede.api.Answer;
import app.lede.api.Request;
import app.lede.json.DuplicateKeys;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
        Optional<String> twice = DuplicateKeys.first(request.body());
        if (twice.isPresent()) {
            return refused(RpcError.cut(twice.get()) + " is given more than once");
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
            return refused("a batch has 1 to " + MOST_CALLS + " messages");
        }
        Set<JsonNode> ids = new HashSet<>();
        for (JsonNode message : messages) {
            if (RpcMessage.isId(message.path("id")) && !ids.add(message.path("id"))) {
                // Responses to both could not be told apart.
                return refused("two messages of the batch have the id "
                        + RpcError.cut(message.path("id").toString()));
            }
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
        Optional<String> fault = RpcMessage.fault(message);
        if (fault.isPresent()) {
            return Optional.of(new Response(
                    400, RpcError.of(RpcError.INVALID_REQUEST, fault.get()).response(RpcMessage.isId(id) ? id : null)));
        }
        if (id.isMissingNode() || !message.has("method")) {
            return Optional.empty(); // A notification, or a response to a request of ours, of which there are none.
        }
        try {
            JsonNode params = params(message);
            String method = message.path("method").textValue();
            checkVersion(method, params, request);
            ObjectNode json = Json.object().put("jsonrpc", "2.0");
            json.set("id", id);
            json.set("result", result(method, params));
            return Optional.of(new Response(200, json));
        } catch (RpcError e) {
            return Optional.of(new Response(e.status(), e.response(id)));
        }
    }

    /** Returns the parameters by name; MCP has none by position. */
    private static JsonNode params(JsonNode message) throws RpcError {
        JsonNode params = message.path("params");
        if (params.isArray()) {
            throw RpcError.of(RpcError.INVALID_PARAMS, "params must be an object");
        }
        JsonNode meta = params.path("_meta");
        if (!meta.isMissingNode() && !meta.isObject()) {
            throw RpcError.of(RpcError.INVALID_PARAMS, "_meta must be an object");
        }
        return params;
    }

    private static Answer refused(String detail) {
        return Answer.json(400, RpcError.of(RpcError.INVALID_REQUEST, detail).response(null));
    }

    private static void checkVersion(String method, JsonNode params, Request request) throws RpcError {
        if (method.equals("initialize")) {
            return;
        }
        JsonNode meta = params.path("_meta").path(VERSION_META);
        if (!meta.isMissingNode() && !meta.isTextual()) {
            throw RpcError.of(RpcError.INVALID_PARAMS, VERSION_META + " must be a text");
        }
        String stated = meta.asText("");
        String header = request.header("mcp-protocol-version").orElse("");
        for (String asked : List.of(stated, header)) {
            if (!asked.isEmpty() && !asked.equals(MODERN) && !LEGACY.contains(asked)) {
                throw RpcError.unsupported(asked);
            }
        }
        if (!stated.isEmpty() && !header.isEmpty() && !stated.equals(header)) {
            throw RpcError.mismatch("MCP-Protocol-Version is not the " + VERSION_META + " of the message");
        }
        if (stated.equals(MODERN) || header.equals(MODERN)) {
            RoutingHeaders.check(method, params, request);
        }
    }

    private ObjectNode result(String method, JsonNode params) throws RpcError {
        return switch (method) {
            case "initialize" -> initialized(params);
            case "server/discover" -> discovered();
            // Clients of earlier revisions take an empty result only.
            case "ping" -> Json.object();
            case "tools/list" -> {
                if (params.hasNonNull("cursor")) {
                    throw RpcError.of(RpcError.INVALID_PARAMS, "the list has one page, and no cursor");
                }
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

    private ObjectNode initialized(JsonNode params) throws RpcError {
        if (!params.path("protocolVersion").isTextual()) {
            throw RpcError.of(RpcError.INVALID_PARAMS, "protocolVersion must be a text");
        }
        String asked = params.path("protocolVersion").textValue();
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
