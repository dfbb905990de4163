package app.lede.mcp;

import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.mcp.Calls.Reply;
import app.lede.mcp.ToolResult.Block;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists what is new, changed and deleted since a cursor or a time, the earliest change first. Thread safe. */
final class ChangesTool implements Tool {

    private static final int MOST = 100;
    private static final int USUAL = 25;

    private final Calls api;

    ChangesTool(Calls api) {
        this.api = api;
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public String title() {
        return "List changed articles";
    }

    @Override
    public String description() {
        return "Lists articles that are new, changed or deleted, the earliest change first, up to ten seconds ago."
            + " nextCursor goes on there, also later for what has changed since. Titles, times and ids only: fetch an"
            + " article for its text.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.text("since", "Only changes at this time or later: RFC 3339 or a date."),
                Parameter.texts("lang", "Languages of the text, ISO 639 (en)."),
                Parameter.texts("country", "Countries the text mentions, ISO 3166-1 alpha-2 (ML)."),
                Parameter.texts("source", "Ids of sources."),
                Parameter.number("limit", 1, MOST, "Changes, 1 to 100; default 25."),
                Parameter.text("cursor", "nextCursor of the answer before."));
    }

    @Override
    public ObjectNode outputs() {
        return Outputs.results("id", "title", "url", "changed");
    }

    @Override
    public ToolResult call(Arguments arguments) {
        Map<String, List<String>> query = new LinkedHashMap<>(arguments.texts());
        List<String> since = query.remove("since");
        if (since != null) {
            query.put("changed_from", since);
        }
        query.put("sort", List.of("changed"));
        query.put("limit", List.of(String.valueOf(arguments.number("limit", USUAL))));
        return switch (api.get("/v1/articles", query)) {
            case Reply.Refusal refusal -> ToolResult.failure(refusal.message());
            case Reply.Body body -> listed(body.json());
        };
    }

    private static ToolResult listed(JsonNode list) {
        ObjectNode structured = Json.object();
        ArrayNode results = structured.putArray("results");
        List<Block> blocks = new ArrayList<>();
        for (JsonNode item : list.path("items")) {
            boolean deleted = item.has("deletedAt");
            String change = deleted
                    ? "deleted"
                    : item.path("arrival").asText().equals(item.path("changed").asText()) ? "new" : "changed";
            String title = Fence.line(item.path("headline").asText(deleted ? "" : "Untitled"));
            ObjectNode result =
                    results.addObject().put("id", item.path("id").asText()).put("change", change);
            String at = deleted
                    ? item.path("deletedAt").asText()
                    : item.path("changed").asText();
            result.put("changed", at);
            if (!deleted) {
                result.put("title", title);
                OptionalFields.put(result, "url", OptionalFields.find(item, "url"));
                OptionalFields.put(result, "revision", OptionalFields.find(item, "revision"));
            }
            blocks.add(Block.of(change + " " + at + " " + item.path("id").asText() + " " + title));
        }
        List<Block> answer = new ArrayList<>(Fence.around("articles", blocks));
        String next = Hits.next(list);
        if (!next.isEmpty()) {
            structured.put("nextCursor", next);
            answer.add(Block.of("[more: call again with cursor " + next + "]"));
        }
        if (results.isEmpty()) {
            answer.add(Block.of("Nothing changed."));
        }
        return ToolResult.of(answer, structured);
    }
}
