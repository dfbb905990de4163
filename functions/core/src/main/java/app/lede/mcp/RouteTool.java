package app.lede.mcp;

import app.lede.json.Json;
import app.lede.mcp.Calls.Reply;
import app.lede.mcp.ToolResult.Block;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A tool that hands its arguments to a route which writes. Thread safe. */
record RouteTool(String name, String title, String description, List<Parameter> parameters, String path, Calls api)
        implements Tool {

    static RouteTool addSource(Calls api) {
        return new RouteTool(
                "add_source",
                "Add a source",
                "Adds a feed, or a site whose feed is looked for. It is polled at once and from then on.",
                List.of(
                        Parameter.needed("url", "Address of the feed or site."),
                        Parameter.text("name", "Name to show.")),
                "/v1/sources",
                api);
    }

    static RouteTool addDocument(Calls api) {
        return new RouteTool(
                "add_document",
                "Add a document",
                "Gives the right to upload one document: PUT its bytes to the url that is answered, with the headers.",
                List.of(
                        Parameter.needed("name", "File name, such as report.pdf."),
                        Parameter.number("size", 1, Integer.MAX_VALUE, "Size in bytes."),
                        Parameter.text("contentType", "MIME type."),
                        Parameter.text("url", "Address of the document, if it has one.")),
                "/v1/documents",
                api);
    }

    @Override
    public ObjectNode outputs() {
        return Outputs.texts("id", "url");
    }

    @Override
    public boolean readOnly() {
        return false;
    }

    @Override
    public ToolResult call(Arguments arguments) {
        ObjectNode body = Json.object();
        arguments.texts().forEach((name, values) -> body.put(name, values.getFirst()));
        arguments.numbers().forEach(body::put);
        return switch (api.post(path, body)) {
            case Reply.Refusal refusal -> ToolResult.failure(refusal.message());
            case Reply.Body answer -> done(answer.json());
        };
    }

    private ToolResult done(JsonNode json) {
        ObjectNode structured = json instanceof ObjectNode object ? object : Json.object();
        return ToolResult.of(List.of(Block.of(structured.toString())), structured);
    }
}
