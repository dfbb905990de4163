package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.wiring.Deliverer.Asked;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an agent adds through the library's tools. */
@LongRunning
class AgentPathsTest extends PathsFixture {

    @Override
    Map<String, String> parameters() {
        return Map.of("McpTools", "WRITE");
    }

    private String call(String tool, ObjectNode arguments) {
        ObjectNode request = Json.object().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
        request.putObject("params").put("name", tool).set("arguments", arguments);
        return deliverer.ask(Asked.of("query-articles", "POST /mcp")
                .header("accept", "application/json, text/event-stream")
                .body(request.toString()));
    }

    @Test
    void an_agent_adds_a_source_and_a_document() {
        site.feed("/feed.xml", "", "");
        String source = call("add_source", Json.object().put("url", site.url("/feed.xml")));
        assertTrue(source.contains("\"id\""), source);
        String document =
                call("add_document", Json.object().put("name", "report.txt").put("size", 12));
        assertTrue(document.contains("uploads/"), document);
        deliverer.settle();
        assertEquals(1, stack.items("SourcesTable").size());
    }
}
