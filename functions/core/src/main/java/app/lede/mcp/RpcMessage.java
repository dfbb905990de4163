package app.lede.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Checks the frame of a message: JSON-RPC 2.0, sections 4 and 5, and MCP, whose requests have an id that is never null. Thread safe.
 */
final class RpcMessage {

    private RpcMessage() {}

    /** Tests for an id that a response may carry: a text or a whole number. */
    static boolean isId(JsonNode id) {
        return id.isTextual() || id.isIntegralNumber();
    }

    /** Returns what makes a message an invalid request; empty for a request, a notification or a response. */
    static Optional<String> fault(JsonNode message) {
        JsonNode version = message.path("jsonrpc");
        if (!message.isObject() || !version.isTextual() || !version.textValue().equals("2.0")) {
            return Optional.of("no message of JSON-RPC 2.0");
        }
        if (!message.has("method")) {
            return message.has("result") || message.has("error")
                    ? Optional.empty()
                    : Optional.of("the method is missing");
        }
        JsonNode method = message.path("method");
        if (!method.isTextual() || method.textValue().isEmpty()) {
            return Optional.of("the method must be a text that is not empty");
        }
        JsonNode id = message.path("id");
        if (!id.isMissingNode() && !isId(id)) {
            return Optional.of("the id must be a text or a whole number");
        }
        JsonNode params = message.path("params");
        return params.isMissingNode() || params.isContainerNode()
                ? Optional.empty()
                : Optional.of("params must be an object");
    }
}
