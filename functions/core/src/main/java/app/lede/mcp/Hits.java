package app.lede.mcp;

import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.mcp.ToolResult.Block;
import app.lede.mcp.ToolResult.Span;
import app.lede.rights.Use;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes articles of a list for a model: a line for each and, where the publisher allows, its summary by the sentence. */
final class Hits {

    private static final List<String> COPIED = List.of(
            "url",
            "publisher",
            "sourceId",
            "datePublished",
            "inLanguage",
            "access",
            "accessReason",
            "changed",
            "revision");

    private static final Set<String> RESTRICTED = Set.of("denied", "priced");

    private final boolean unstatedAllowed;
    private final TokenBudget budget;
    private final List<Block> blocks = new ArrayList<>();
    private final ArrayNode results = Json.object().putArray("results");
    private int cut;

    /**
     * Starts an answer.
     *
     * @param unstatedAllowed whether a text may be handed to a model where its publisher says nothing
     */
    Hits(TokenBudget budget, boolean unstatedAllowed) {
        this.budget = budget;
        this.unstatedAllowed = unstatedAllowed;
    }

    /** Adds an article as {@link app.lede.publish.ArticleView} has it. */
    void add(JsonNode article) {
        String id = article.path("id").asText();
        String verdict = article.path("rights").path(Use.AI_INPUT.label()).asText("unknown");
        boolean withheld = RESTRICTED.contains(verdict) || (verdict.equals("unknown") && !unstatedAllowed);
        if (RESTRICTED.contains(article.path("rights").path(Use.SEARCH.label()).asText())) {
            return;
        }
        String title = Fence.line(article.path("headline").asText("Untitled"));
        ObjectNode result = results.addObject().put("id", id).put("title", title);
        COPIED.forEach(name -> OptionalFields.put(result, name, OptionalFields.find(article, name)));
        result.putObject("rights").put("ai-input", verdict);
        String line = results.size() + ". " + title + " — "
                + Fence.line(article.path("publisher").asText("unknown publisher")) + ", "
                + article.path("datePublished").asText("undated")
                + "\nid: " + id + "\n" + Fence.line(article.path("url").asText("no address"));
        if (withheld) {
            String reason = verdict.equals("unknown")
                    ? "not handed to models on this server unless the publisher allows it"
                    : "the publisher's word on ai-input is " + verdict;
            result.put("withheld", reason);
            blocks.add(Block.of(line + "\n[text withheld: " + reason + "]"));
            return;
        }
        blocks.add(Block.of(line));
        budget.take(line);
        summary(article, id, result);
    }

    private void summary(JsonNode article, String id, ObjectNode result) {
        ArrayNode sentences = result.putArray("summary");
        if (RESTRICTED.contains(article.path("rights").path(Use.SUMMARY.label()).asText())) {
            return;
        }
        for (JsonNode sentence : article.path("summary").path("sentences")) {
            String text = Fence.line(sentence.path("text").asText());
            if (!budget.take(text)) {
                cut++;
                continue;
            }
            int start = sentence.path("start").asInt();
            int end = sentence.path("end").asInt();
            sentences.addObject().put("text", text).put("start", start).put("end", end);
            blocks.add(new Block(text, new Span(id, start, end)));
        }
    }

    int size() {
        return results.size();
    }

    /** Returns the answer, with what was cut and how to get more. */
    ToolResult result(JsonNode list) {
        ObjectNode structured = Json.object();
        structured.set("results", results);
        List<Block> answer = new ArrayList<>(Fence.around("articles", blocks));
        String next = next(list);
        if (!next.isEmpty()) {
            structured.put("nextCursor", next);
        }
        if (cut > 0) {
            String how = "fetch an article for its text, or ask again with a greater max_tokens";
            structured.putObject("cut").put("sentences", cut).put("how", how);
            answer.add(Block.of("[" + cut + " sentences cut to stay within max_tokens: " + how + "]"));
        }
        if (results.isEmpty()) {
            answer.add(Block.of("Nothing found."));
        }
        if (!next.isEmpty()) {
            answer.add(Block.of("[more: call again with cursor " + next + "]"));
        }
        return ToolResult.of(answer, structured);
    }

    /** Returns the cursor of a list's link to its next page. */
    static String next(JsonNode list) {
        String link = list.path("next").asText("");
        int cursor = link.indexOf("cursor=");
        int end = link.indexOf('&', Math.max(0, cursor));
        return cursor < 0 ? "" : link.substring(cursor + "cursor=".length(), end < 0 ? link.length() : end);
    }
}
