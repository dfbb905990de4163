package app.lede.mcp;

import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.mcp.Calls.Reply;
import app.lede.mcp.ToolResult.Block;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists what is being reported, and by how many independent publishers. Thread safe. */
final class StoriesTool implements Tool {

    private static final int MOST = 50;
    private static final int USUAL = 10;

    private final Calls api;

    StoriesTool(Calls api) {
        this.api = api;
    }

    @Override
    public String name() {
        return "stories";
    }

    @Override
    public String title() {
        return "List stories";
    }

    @Override
    public String description() {
        return "Lists stories: articles of several publishers that tell the same event, with the number of independent"
                + " ones.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.text("from", "Latest report at this time or later: RFC 3339 or a date."),
                Parameter.text("to", "Latest report before this time."),
                Parameter.text("lang", "Language, ISO 639 (en)."),
                Parameter.number("limit", 1, MOST, "Stories, 1 to 50; default 10."),
                Parameter.text("cursor", "nextCursor of the answer before."));
    }

    @Override
    public ObjectNode outputs() {
        return Outputs.results("id");
    }

    @Override
    public ToolResult call(Arguments arguments) {
        Map<String, List<String>> query = new LinkedHashMap<>(arguments.texts());
        query.put("limit", List.of(String.valueOf(arguments.number("limit", USUAL))));
        return switch (api.get("/v1/stories", query)) {
            case Reply.Refusal refusal -> ToolResult.failure(refusal.message());
            case Reply.Body body -> listed(body.json());
        };
    }

    private static String line(JsonNode story) {
        List<String> publishers = OptionalFields.list(story, "publishers", JsonNode::asText);
        return Fence.line(story.path("headline").asText("Untitled")) + " — "
                + story.path("reports").asInt() + " reports, "
                + story.path("voices").asInt() + " independent: " + Fence.line(String.join(", ", publishers))
                + "\nid: " + story.path("id").asText() + "\nfirst seen "
                + story.path("firstSeen").asText() + ", latest "
                + story.path("latest").asText();
    }

    private static ToolResult listed(JsonNode list) {
        ObjectNode structured = Json.object();
        List<Block> blocks = new ArrayList<>();
        structured.set("results", list.path("items").deepCopy());
        for (JsonNode story : list.path("items")) {
            blocks.add(Block.of(line(story)));
        }
        List<Block> answer = new ArrayList<>(Fence.around("stories", blocks));
        String next = Hits.next(list);
        if (!next.isEmpty()) {
            structured.put("nextCursor", next);
            answer.add(Block.of("[more: call again with cursor " + next + "]"));
        }
        if (answer.isEmpty()) {
            answer.add(Block.of("No stories."));
        }
        return ToolResult.of(answer, structured);
    }
}
