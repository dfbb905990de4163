package app.lede.mcp;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An error of JSON-RPC: the call was not made. A call that failed is a result with {@code isError}. */
final class RpcError extends Exception {

    static final int PARSE = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;
    private static final int HEADER_MISMATCH = -32020;
    private static final int UNSUPPORTED_VERSION = -32022;
    private static final int MOST_ECHOED = 100;
    private static final long serialVersionUID = 1;

    private final int code;
    private final String requested;

    private RpcError(int code, String message, String requested) {
        super(message);
        this.code = code;
        this.requested = requested;
    }

    static RpcError of(int code, String message) {
        return new RpcError(code, message, "");
    }

    /** Returns the error of revision 2026-07-28 for a version that is not spoken here. */
    static RpcError unsupported(String requested) {
        return new RpcError(UNSUPPORTED_VERSION, "Unsupported protocol version", cut(requested));
    }

    /** Returns the error of revision 2026-07-28 for headers that contradict the message. */
    static RpcError mismatch(String message) {
        return new RpcError(HEADER_MISMATCH, message, "");
    }

    /** Returns the status of the HTTP response. */
    int status() {
        return code == UNSUPPORTED_VERSION || code == HEADER_MISMATCH ? 400 : 200;
    }

    ObjectNode response(@Nullable JsonNode id) {
        ObjectNode json = Json.object().put("jsonrpc", "2.0");
        if (id == null) {
            json.putNull("id");
        } else {
            json.set("id", id);
        }
        ObjectNode error = json.putObject("error").put("code", code).put("message", getMessage());
        if (code == UNSUPPORTED_VERSION) {
            ObjectNode data = error.putObject("data").put("requested", requested);
            ArrayNode supported = data.putArray("supported").add(McpEndpoint.MODERN);
            McpEndpoint.LEGACY.forEach(supported::add);
        }
        return json;
    }

    static String cut(String text) {
        return text.length() <= MOST_ECHOED ? text : text.substring(0, MOST_ECHOED) + "…";
    }
}
