package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.lede.json.Json;
import app.lede.search.Change;
import app.lede.search.SearchDocument;
import app.lede.testkit.EventFiles;
import app.lede.testkit.InMemorySearchIndex;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.modern.client.transport.HttpClientMcpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The MCP Java SDK's clients of both generations call the endpoint over HTTP. */
class McpClientTest {

    private static final List<String> TOOLS = List.of("search", "fetch", "changes", "stories", "verify_quote");
    private static final Map<String, Object> QUERY = Map.of("query", "words");

    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final Library library = new Library(Optional.of(index));
    private final QueryArticlesHandler handler = library.handler(InstantSource.fixed(Samples.NOON.plusSeconds(60)));
    private final HttpServer server;

    McpClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        var article = Samples.article("https://news.example.org/a", "words of an article", Samples.NOON);
        library.articles().offer(article);
        index.apply(List.of(new Change.Put(SearchDocument.of(article, "words of an article"))));
        server.createContext("/mcp", this::exchange);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Passes a POST on as API Gateway does; any other method ends at its route for the rest. */
    private void exchange(HttpExchange exchange) throws IOException {
        ObjectNode event = (ObjectNode) Json.read(EventFiles.read("query-articles", "list-tools"));
        if (!exchange.getRequestMethod().equals("POST")) {
            event.put("routeKey", "$default");
            event.withObject("/requestContext/http").put("method", exchange.getRequestMethod());
        }
        event.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        ObjectNode headers = event.putObject("headers");
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        headers.remove("accept-encoding");
        JsonNode answer = Invocation.of(handler, Json.bytes(event)).answer();
        answer.path("headers").properties().forEach(header -> exchange.getResponseHeaders()
                .set(header.getKey(), header.getValue().asText()));
        byte[] body = answer.path("body").asText("").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.path("statusCode").asInt(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void a_client_with_a_handshake_lists_and_calls() {
        try (McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(origin())
                        .endpoint("/mcp")
                        .build())
                .jsonSchemaValidator((schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(""))
                .build()) {
            assertEquals("2025-11-25", client.initialize().protocolVersion());
            assertEquals(
                    TOOLS,
                    client.listTools().tools().stream()
                            .map(McpSchema.Tool::name)
                            .toList());
            McpSchema.CallToolResult found = client.callTool(
                    McpSchema.CallToolRequest.builder("search").arguments(QUERY).build());
            assertNotEquals(true, found.isError());
            assertEquals(1, results(found.structuredContent()).size());
            McpSchema.CallToolResult missing = client.callTool(McpSchema.CallToolRequest.builder("fetch")
                    .arguments(Map.of("id", "https://news.example.org/none"))
                    .build());
            assertEquals(true, missing.isError());
        }
    }

    @Test
    void a_client_without_a_handshake_discovers_lists_and_calls() {
        var client = io.modelcontextprotocol.modern.client.McpClient.sync(
                        HttpClientMcpTransport.builder(origin() + "/mcp").build())
                .build();
        assertEquals(List.of("2026-07-28"), client.discover().supportedVersions());
        assertEquals(
                TOOLS,
                client.listTools().list().tools().stream()
                        .map(tool -> tool.name())
                        .toList());
        var found = client.tool("search").arguments(QUERY).call();
        assertEquals("complete", found.resultType());
        assertEquals(1, results(found.structuredContent()).size());
    }

    private static List<?> results(@Nullable Object structured) {
        return (List<?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(structured)).get("results"));
    }
}
