package app.lede.local.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.wiring.LoopbackServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class McpPipeTest {

    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\"}}";

    private final List<String> answers = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final List<String> versions = Collections.synchronizedList(new ArrayList<>());

    @Test
    void each_request_is_answered_on_one_line_in_order() throws Exception {
        run(INITIALIZE, "", "{\"jsonrpc\":\"2.0\",\"id\":\"b\",\"method\":\"tools/list\"}");
        assertEquals(2, answers.size());
        assertEquals("1", answer(0).path("id").asText());
        assertEquals("b", answer(1).path("id").asText());
        assertEquals("two\nlines", answer(1).path("result").path("text").asText());
    }

    @Test
    void the_version_agreed_on_goes_along_and_that_of_a_message_goes_before_it() throws Exception {
        run(
                INITIALIZE,
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/list\",\"params\":{\"_meta\":"
                        + "{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}}");
        assertEquals(List.of("none", "2025-11-25", "2026-07-28"), versions);
    }

    @Test
    void a_notification_is_not_answered() throws Exception {
        run("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        assertEquals(List.of(), answers);
        assertEquals(List.of(), messages);
    }

    @Test
    void what_is_no_message_becomes_an_error_of_the_request() throws Exception {
        run("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"refused\"}", "not json");
        assertEquals("7", answer(0).path("id").asText());
        assertTrue(answer(0).at("/error/message").asText().contains("403"), answers::toString);
        assertTrue(answer(0).at("/error/message").asText().contains("Forbidden"), answers::toString);
        assertEquals(-32_700, answer(1).at("/error/code").asInt());
        assertTrue(answer(1).path("id").isNull());
        assertEquals(2, messages.size());
    }

    @Test
    void an_api_that_is_not_there_is_an_error_too_and_the_pipe_goes_on() throws Exception {
        McpPipe pipe = new McpPipe(ApiProxyTest.api(URI.create("http://127.0.0.1:9")), answers::add, messages::add);
        pipe.run(new BufferedReader(new StringReader(INITIALIZE + "\n" + INITIALIZE + "\n")));
        assertEquals(2, answers.size());
        assertTrue(answer(1).at("/error/message").asText().contains("did not answer"), answers::toString);
    }

    private void run(String... lines) throws Exception {
        try (LoopbackServer server = LoopbackServer.start(0, this::handle)) {
            McpPipe pipe = new McpPipe(ApiProxyTest.api(server.endpoint()), answers::add, messages::add);
            pipe.run(new BufferedReader(new StringReader(String.join("\n", lines))));
        }
    }

    /** Answers as an MCP endpoint does, or as a gateway before it. */
    private void handle(HttpExchange exchange) throws IOException {
        versions.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Mcp-Protocol-Version"), "none"));
        JsonNode message = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String id = message.path("id").toString();
        switch (message.path("method").asText()) {
            case "initialize" ->
                LoopbackServer.json(
                        exchange,
                        200,
                        "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{\"protocolVersion\":\"2025-11-25\"}}");
            case "tools/list" ->
                LoopbackServer.json(
                        exchange,
                        200,
                        "{\n \"jsonrpc\": \"2.0\",\n \"id\": " + id + ", \"result\": {\"text\": \"two\\nlines\"}}");
            case "refused" -> LoopbackServer.json(exchange, 403, "{\"message\":\"Forbidden\"}");
            default -> LoopbackServer.send(exchange, 202, new byte[0]);
        }
    }

    private JsonNode answer(int index) {
        return Json.read(answers.get(index));
    }
}
