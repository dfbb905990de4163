package app.lede.mcp;

import app.lede.api.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Compares the headers by which gateways route a message of revision 2026-07-28 with the message, so that none is limited or logged
 * as one call and made as another. Missing headers are let pass, as all of them stand in the message too. Pure.
 */
final class RoutingHeaders {

    /** Marks a value in Base64, for names that no header can carry. */
    private static final String ENCODED = "=?base64?";

    private static final String END = "?=";

    private RoutingHeaders() {}

    /** Refuses a message of another method or tool than its headers say. */
    static void check(String method, JsonNode params, Request request) throws RpcError {
        Optional<String> stated = request.header("mcp-method");
        if (stated.isPresent() && !stated.get().strip().equals(method)) {
            throw RpcError.mismatch("Mcp-Method is not the method of the message");
        }
        JsonNode name = params.path("name");
        Optional<String> named = request.header("mcp-name");
        if (named.isPresent()
                && method.equals("tools/call")
                && name.isTextual()
                && !decoded(named.get().strip()).equals(name.textValue())) {
            throw RpcError.mismatch("Mcp-Name is not the tool of the message");
        }
    }

    private static String decoded(String value) throws RpcError {
        if (!value.startsWith(ENCODED) || !value.endsWith(END) || value.length() < ENCODED.length() + END.length()) {
            return value;
        }
        try {
            String base64 = value.substring(ENCODED.length(), value.length() - END.length());
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RpcError.mismatch("Mcp-Name is no Base64");
        }
    }
}
