package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpMessagesTest extends AskedByAgents {

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25",
        "2025-06-18, 2025-06-18",
        "2025-03-26, 2025-03-26",
        "1999-01-01, 2025-11-25",
        "2026-07-28, 2025-11-25"
    })
    void a_client_with_a_handshake_gets_its_revision_or_the_latest_one(String asked, String given) throws IOException {
        JsonNode result = result("initialize", "{\"protocolVersion\":\"" + asked + "\",\"capabilities\":{}}");
        assertEquals(given, result.path("protocolVersion").asText());
        assertEquals("lede", result.at("/serverInfo/name").asText());
        assertTrue(result.at("/capabilities/tools").isObject());
        rpc(202, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", Map.of());
    }

    @Test
    void a_client_without_a_handshake_discovers_and_calls() throws IOException {
        String meta = "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}";
        JsonNode discovered = rpc(
                200,
                "{\"jsonrpc\":\"2.0\",\"id\":\"server-discover-probe-1\",\"method\":\"server/discover\",\"params\":"
                        + meta + "}",
                Map.of("mcp-protocol-version", "2026-07-28", "mcp-method", "server/discover"));
        assertEquals("server-discover-probe-1", discovered.path("id").asText());
        assertEquals(
                "[\"2026-07-28\"]", discovered.at("/result/supportedVersions").toString());
        assertEquals("complete", discovered.at("/result/resultType").asText());
        assertEquals(
                "lede",
                discovered
                        .path("result")
                        .path("_meta")
                        .path("io.modelcontextprotocol/serverInfo")
                        .path("name")
                        .asText());
        assertEquals("complete", result("tools/list", meta).path("resultType").asText());
    }

    @Test
    void an_unknown_revision_is_refused_with_those_that_are_spoken() throws IOException {
        JsonNode error = rpc(
                        400,
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"tools/list\"}",
                        Map.of("mcp-protocol-version", "2027-01-01"))
                .path("error");
        assertEquals(-32022, error.path("code").asInt());
        assertEquals("2026-07-28", error.at("/data/supported/0").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mcp-protocol-version | 2025-11-25 | -32020",
                "mcp-protocol-version | 2026-07-28 | 0",
                "mcp-method | tools/list | -32020",
                "mcp-method | tools/call | 0",
                "mcp-name | fetch | -32020",
                "mcp-name | stories | 0",
                "mcp-name | =?base64?c3Rvcmllcw==?= | 0",
                "mcp-name | =?base64?ZmV0Y2g=?= | -32020",
                "mcp-name | =?base64?%?= | -32020"
            })
    void headers_that_contradict_the_message_are_refused(String header, String value, int code) throws IOException {
        String call =
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"stories\",\"arguments\":{},"
                    + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"}}}";
        JsonNode answer = rpc(code == 0 ? 200 : 400, call, Map.of(header, value));
        assertEquals(code, answer.at("/error/code").asInt(), answer.toString());
        assertEquals(1, answer.path("id").asInt());
    }

    @Test
    void the_list_of_tools_has_no_second_page() throws IOException {
        String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":%s}}";
        assertEquals(
                -32602,
                rpc(200, list.formatted("\"x\""), Map.of()).at("/error/code").asInt());
        assertTrue(
                rpc(200, list.formatted("null"), Map.of()).at("/result/tools").isArray());
    }

    @Test
    void only_reading_tools_are_offered_unless_the_stack_writes() throws IOException {
        List<String> names = new ArrayList<>();
        JsonNode tools = result("tools/list", "{}").path("tools");
        tools.forEach(tool -> {
            names.add(tool.path("name").asText());
            assertTrue(tool.at("/annotations/readOnlyHint").asBoolean());
            assertEquals("object", tool.at("/inputSchema/type").asText());
        });
        assertEquals(List.of("search", "fetch", "changes", "stories", "verify_quote"), names);
        assertEquals("[\"query\"]", tools.at("/0/inputSchema/required").toString());
        assertEquals("[\"id\"]", tools.at("/1/inputSchema/required").toString());
        String call = "{\"name\":\"add_source\",\"arguments\":{\"url\":\"https://a.example/feed\"}}";
        assertTrue(post("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":" + call + "}", Map.of())
                .text()
                .contains("there is no tool add_source"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | 400 | -32700",
                "{\"id\":1,\"method\":\"ping\"} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"} | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1} | 400 | -32600",
                "[] | 400 | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\"} | 200 | -32601",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"} | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"x\",\"arguments\":{}}}"
                        + " | 200 | -32602",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":[1]}}"
                    + " | 200 | -32602"
            })
    void a_wrong_message_has_its_error(String body, int status, int code) throws IOException {
        assertEquals(code, rpc(status, body, Map.of()).at("/error/code").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'jsonrpc':2.0,'id':1,'method':'ping'} | 400 | -32600 | 1",
                "{'jsonrpc':'2.0','id':null,'method':'ping'} | 400 | -32600 | null",
                "{'jsonrpc':'2.0','id':1.5,'method':'ping'} | 400 | -32600 | null",
                "{'jsonrpc':'2.0','id':1,'method':''} | 400 | -32600 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':'a'} | 400 | -32600 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':null} | 400 | -32600 | 1",
                "{'jsonrpc':'2.0','id':1,'id':2,'method':'ping'} | 400 | -32600 | null",
                "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':[1]} | 200 | -32602 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':7}} | 200 | -32602 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'tools/list','params':{'_meta':"
                        + "{'io.modelcontextprotocol/protocolVersion':5}}} | 200 | -32602 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':5}} | 200 | -32602 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'initialize'} | 200 | -32602 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':''}} | 200 | -32602 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':7}} | 200 | -32602 | 1",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'fetch','arguments':"
                        + "{'id':'x','id':'y'}}} | 400 | -32600 | null",
                "[{'jsonrpc':'2.0','id':1,'method':'ping'},{'jsonrpc':'2.0','id':1,'method':'ping'}] | 400 | -32600 |"
                        + " null"
            },
            quoteCharacter = '`')
    void a_message_of_other_types_is_refused_with_its_id(String body, int status, int code, String id)
            throws IOException {
        JsonNode response = rpc(status, body.replace('\'', '"'), Map.of());
        assertEquals(code, response.at("/error/code").asInt());
        assertEquals(id, response.path("id").toString());
    }

    @Test
    void a_text_and_a_number_are_different_ids_of_a_batch() throws IOException {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"ping\"}";
        assertEquals(
                2,
                rpc(200, "[" + ping.formatted("1") + "," + ping.formatted("\"1\"") + "]", Map.of())
                        .size());
    }

    @Test
    void a_batch_has_a_response_for_each_request() throws IOException {
        JsonNode responses = rpc(
                200,
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"},"
                    + "{\"jsonrpc\":\"2.0\",\"id\":\"b\",\"method\":\"ping\"}]",
                Map.of());
        assertEquals(2, responses.size());
        assertEquals("b", responses.at("/1/id").asText());
    }

    @Test
    void a_page_of_another_site_may_not_ask_a_server_on_this_machine() throws IOException {
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        rpc(403, ping, Map.of("host", "127.0.0.1:8080", "origin", "http://evil.example"));
        rpc(200, ping, Map.of("host", "127.0.0.1:8080", "origin", "http://localhost:5173"));
        rpc(200, ping, Map.of("host", "localhost:8080"));
    }
}
