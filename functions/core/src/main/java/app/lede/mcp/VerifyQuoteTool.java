package app.lede.mcp;

import app.lede.mcp.ToolResult.Block;
import app.lede.publish.QuoteView;
import app.lede.quote.QuoteAnswer;
import app.lede.quote.QuoteCheck;
import app.lede.rights.UnstatedUses;
import app.lede.rights.Use;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Checks one quote. Thread safe. */
final class VerifyQuoteTool implements Tool {

    private final QuoteCheck quotes;
    private final UnstatedUses unstated;

    VerifyQuoteTool(QuoteCheck quotes, UnstatedUses unstated) {
        this.quotes = quotes;
        this.unstated = unstated;
    }

    @Override
    public String name() {
        return "verify_quote";
    }

    @Override
    public String title() {
        return "Check a quote";
    }

    @Override
    public String description() {
        return "Checks a quote word for word. verdict is exact, changed (diff has the words that differ), gone (an"
            + " earlier revision said it), absent, or unchecked. Without an article, absent is about current revisions"
            + " of the nearest articles only. With offsets, revision, hash of the text and a link to the passage.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.needed(
                        "quote",
                        QuoteCheck.MOST_CHARACTERS,
                        "The words, at most 2000 characters; … stands for words left out."),
                Parameter.text(
                        "article",
                        FetchTool.MOST_NAME,
                        "Id or URL of the article; without it the library is searched."));
    }

    @Override
    public ObjectNode outputs() {
        return Outputs.texts("verdict", "article", "revision", "textHash", "link", "reason");
    }

    @Override
    public ToolResult call(Arguments arguments) {
        String quote = arguments.needed("quote");
        QuoteAnswer answer = quotes.check(List.of(
                        new QuoteCheck.Asked(quote, arguments.text("article").orElse(null))))
                .getFirst();
        ObjectNode json = QuoteView.json(answer);
        QuoteAnswer.Place place = answer.place();
        boolean withheld = place != null && !place.article().rights().allow(Use.AI_INPUT, unstated);
        if (withheld && (json.has("diff") || json.path("elided").asBoolean())) {
            json.remove("diff");
            json.remove("link"); // It quotes the article, also what an ellipsis leaves out.
            json.put("withheld", "words that are not quoted: the publisher does not allow models to read this article");
        }
        return ToolResult.of(blocks(json), json);
    }

    private static List<Block> blocks(ObjectNode json) {
        List<Block> blocks = new ArrayList<>();
        String where = json.has("article")
                ? " in article " + json.path("article").asText() + ", revision "
                        + json.path("revision").asText()
                : "";
        blocks.add(Block.of("verdict: " + json.path("verdict").asText() + where));
        blocks.addAll(Fence.around("article", said(json)));
        for (String name : List.of("goneSince", "reason", "withheld")) {
            if (json.has(name)) {
                blocks.add(Block.of(name + ": " + json.path(name).asText()));
            }
        }
        return blocks;
    }

    /** Returns the words of the publisher. */
    private static List<Block> said(ObjectNode json) {
        List<Block> blocks = new ArrayList<>();
        if (json.has("headline")) {
            blocks.add(Block.of("headline: " + Fence.line(json.path("headline").asText())));
        }
        for (JsonNode difference : json.path("diff")) {
            blocks.add(Block.of("quote: \"" + difference.path("quote").asText() + "\" article: \""
                    + Fence.line(difference.path("text").asText()) + "\""));
        }
        if (json.has("link")) {
            blocks.add(Block.of("link: " + Fence.line(json.path("link").asText())));
        }
        return blocks;
    }
}
