package app.lede.mcp;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of a tool: blocks of text for a model, and the same as data.
 *
 * @param structured null in a failure
 */
record ToolResult(List<Block> blocks, @Nullable ObjectNode structured, boolean failed) {

    /**
     * A block of text.
     *
     * @param span where a sentence stands in its article, null for words of ours
     */
    record Block(String text, @Nullable Span span) {

        static Block of(String text) {
            return new Block(text, null);
        }
    }

    /** A place in an article's text, in code points. */
    record Span(String article, int start, int end) {}

    static ToolResult of(List<Block> blocks, ObjectNode structured) {
        return new ToolResult(List.copyOf(blocks), structured, false);
    }

    /** Returns the failure of a call, with what to do about it. */
    static ToolResult failure(String message) {
        return new ToolResult(List.of(Block.of(message)), null, true);
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        ArrayNode content = json.putArray("content");
        for (Block block : blocks) {
            ObjectNode one = content.addObject().put("type", "text").put("text", block.text());
            Span span = block.span();
            if (span != null) {
                one.putObject("_meta")
                        .put("app.lede/article", span.article())
                        .put("app.lede/start", span.start())
                        .put("app.lede/end", span.end());
            }
        }
        if (structured != null) {
            json.set("structuredContent", structured);
        }
        return json.put("isError", failed);
    }
}
