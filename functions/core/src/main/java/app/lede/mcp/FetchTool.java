package app.lede.mcp;

import app.lede.article.Article;
import app.lede.article.ArticleStore;
import app.lede.article.ArticleTexts;
import app.lede.article.NamedArticle;
import app.lede.article.ParsedArticle;
import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.mcp.ToolResult.Block;
import app.lede.mcp.ToolResult.Span;
import app.lede.rights.Rights;
import app.lede.rights.RightsResolver;
import app.lede.rights.UnstatedUses;
import app.lede.rights.Use;
import app.lede.summary.Sentence;
import app.lede.summary.Sentences;
import app.lede.text.InvisibleText;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one article by the sentence, between marks that an article cannot forge, see {@link Fence}. Thread safe. */
final class FetchTool implements Tool {

    /** Characters of an id or an address. */
    static final int MOST_NAME = 2_048;

    private final ArticleStore articles;
    private final ArticleTexts texts;
    private final UnstatedUses unstated;

    FetchTool(ArticleStore articles, ArticleTexts texts, UnstatedUses unstated) {
        this.articles = articles;
        this.texts = texts;
        this.unstated = unstated;
    }

    @Override
    public String name() {
        return "fetch";
    }

    @Override
    public String title() {
        return "Read a news article";
    }

    @Override
    public String description() {
        return "Reads one article by its id (from search) or its URL: text by the sentence with offsets, revision and"
                + " hash of the text. A text that the publisher does not allow models to read is withheld, with the"
                + " statements that say so.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.needed("id", MOST_NAME, "Id or URL of the article."),
                Parameter.number("from", 0, Integer.MAX_VALUE, "Offset to go on from, in code points; default 0."),
                SearchTool.TOKENS);
    }

    @Override
    public ObjectNode outputs() {
        return Outputs.texts("id", "title", "text", "url", "revision", "textHash");
    }

    @Override
    public ToolResult call(Arguments arguments) {
        String named = arguments.needed("id");
        Optional<Article> article = NamedArticle.find(articles, named);
        Optional<ParsedArticle> parsed = article.flatMap(found -> texts.get(found.textKey()));
        if (parsed.isEmpty()) {
            return ToolResult.failure("there is no article " + RpcError.cut(named) + "; ids come from search");
        }
        ObjectNode structured = about(article.get());
        if (!article.get().rights().allow(Use.AI_INPUT, unstated)) {
            return withheld(article.get(), parsed.get().rights(), structured);
        }
        return read(article.get(), parsed.get(), structured, arguments);
    }

    private static ObjectNode about(Article article) {
        ObjectNode json = Json.object().put("id", article.id().value());
        String headline = article.metadata().headline();
        json.put("title", headline == null ? "Untitled" : Fence.line(headline));
        OptionalFields.put(json, "url", article.url());
        json.put("revision", article.revision().value());
        ObjectNode metadata = json.putObject("metadata");
        OptionalFields.put(metadata, "publisher", article.metadata().publisher());
        OptionalFields.putAll(metadata, "author", article.metadata().authors());
        metadata.put("published", article.published().toString());
        metadata.put("access", article.provenance().access().label());
        OptionalFields.put(metadata, "accessReason", article.provenance().accessReason());
        OptionalFields.put(metadata, "language", article.language());
        metadata.put("ai-input", article.rights().on(Use.AI_INPUT).label());
        return json;
    }

    private static ToolResult withheld(Article article, Rights rights, ObjectNode structured) {
        String said = rights.evidence().stream()
                .filter(one -> RightsResolver.verdicts(one)
                                .getOrDefault(Use.AI_INPUT, article.rights().on(Use.AI_INPUT))
                        == rights.on(Use.AI_INPUT))
                .map(one -> one.signal().label() + " (" + one.where() + "): " + Fence.line(one.value()))
                .collect(Collectors.joining("; "));
        String reason = "the publisher's word on ai-input is "
                + article.rights().on(Use.AI_INPUT).label()
                + (said.isEmpty() ? "" : " by " + said);
        structured.put("text", "").put("withheld", reason);
        String url = article.url();
        return ToolResult.of(
                Fence.around(
                        "article",
                        List.of(Block.of(structured.path("title").asText() + "\n"
                                + (url == null ? "no address" : Fence.line(url)) + "\n[text withheld: " + reason
                                + "]"))),
                structured);
    }

    private static ToolResult read(Article article, ParsedArticle parsed, ObjectNode structured, Arguments arguments) {
        String text = parsed.text();
        List<Block> blocks = new ArrayList<>();
        structured.put("textHash", Digest.hex(text.getBytes(StandardCharsets.UTF_8)));
        blocks.add(Block.of(structured.path("title").asText() + "\n"
                + Fence.line(structured.path("metadata").path("publisher").asText("unknown publisher")) + ", "
                + article.published() + "\n"
                + Fence.line(structured.path("url").asText("no address"))));
        int from = arguments.number("from", 0);
        TokenBudget budget = new TokenBudget(arguments.number(SearchTool.TOKENS.name(), TokenBudget.DEFAULT));
        ArrayNode sentences = structured.putArray("sentences");
        StringBuilder shown = new StringBuilder();
        int next = -1;
        int left = 0;
        for (Sentence sentence : Sentences.split(text, article.language())) {
            if (sentence.start() < from) {
                continue;
            }
            if (next >= 0 || !budget.take(sentence.text())) {
                next = next < 0 ? sentence.start() : next;
                left++;
                continue;
            }
            String line = InvisibleText.strip(sentence.text());
            blocks.add(new Block(line, new Span(article.id().value(), sentence.start(), sentence.end())));
            sentences.addObject().put("start", sentence.start()).put("end", sentence.end());
            shown.append(shown.isEmpty() ? "" : " ").append(line);
        }
        List<Block> answer = new ArrayList<>(Fence.around("article", blocks));
        structured.put("text", shown.toString());
        if (next >= 0) {
            structured.putObject("cut").put("sentences", left).put("from", next);
            answer.add(Block.of(
                    "[" + left + " sentences cut to stay within max_tokens: fetch again with from " + next + "]"));
        }
        return ToolResult.of(answer, structured);
    }
}
