package app.lede.mcp;

import app.lede.mcp.Calls.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Searches the library with the grammar of {@code GET /v1/articles}. Thread safe. */
final class SearchTool implements Tool {

    private static final int MOST = 20;
    private static final int USUAL = 10;
    private static final int MOST_WORDS = 12;

    static final List<Parameter> FILTERS = List.of(
            Parameter.texts("source", "Ids of sources."),
            Parameter.texts("lang", "Languages of the text, ISO 639 (en)."),
            Parameter.texts("country", "Countries the text mentions, ISO 3166-1 alpha-2 (ML)."),
            Parameter.texts("publisher", "Names of publishers."),
            Parameter.texts("author", "Names of authors."),
            Parameter.texts("tag", "Keywords or labels."),
            Parameter.texts(
                    "access", "open, metered, walled, truncated, priced, challenged, consent, gone or feed-only."),
            Parameter.texts("confidence", "Certainty of the extracted text: high, medium or low."),
            Parameter.text("from", "Arrived at this time or later: RFC 3339 or a date."),
            Parameter.text("to", "Arrived before this time."),
            Parameter.text("published_from", "Published at this time or later."),
            Parameter.text("published_to", "Published before this time."));

    static final Parameter TOKENS = Parameter.number(
            "max_tokens",
            TokenBudget.LEAST,
            TokenBudget.MOST,
            "Tokens of the answer, 200 to 50000; default 4000. What is cut is said.");

    private final Calls api;
    private final boolean unstatedAllowed;

    SearchTool(Calls api, boolean unstatedAllowed) {
        this.api = api;
        this.unstatedAllowed = unstatedAllowed;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String title() {
        return "Search news articles";
    }

    @Override
    public String description() {
        return "Searches the library for news articles. query takes words, \"phrases\", OR, -word and prefix*. Each"
                + " result has id, title, URL, publisher, time, access, rights and the summary by the sentence, with"
                + " offsets into the text.";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(
                        List.of(Parameter.needed("query", "What to look for.")),
                        FILTERS,
                        List.of(
                                Parameter.text("sort", "relevance (default), newest, oldest or arrival."),
                                Parameter.number("limit", 1, MOST, "Results, 1 to 20; default 10."),
                                Parameter.text("cursor", "nextCursor of the answer before."),
                                TOKENS))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public ObjectNode outputs() {
        return Outputs.results("id", "title", "url");
    }

    @Override
    public ToolResult call(Arguments arguments) {
        Map<String, List<String>> query = filters(arguments);
        query.put("limit", List.of(String.valueOf(arguments.number("limit", USUAL))));
        String asked = arguments.needed("query");
        Reply reply = ask(query, asked);
        boolean first = arguments.text("cursor").isEmpty();
        boolean nothing =
                reply instanceof Reply.Body body && body.json().path("items").isEmpty();
        boolean misread =
                reply instanceof Reply.Refusal refusal && refusal.message().startsWith("q:");
        if (first && (nothing || misread)) {
            Reply any = ask(query, anyWord(asked));
            reply = any instanceof Reply.Body ? any : reply;
        }
        return switch (reply) {
            case Reply.Refusal refusal -> ToolResult.failure(refusal.message());
            case Reply.Body body -> hits(body.json(), arguments);
        };
    }

    private Reply ask(Map<String, List<String>> query, String words) {
        Map<String, List<String>> asking = new LinkedHashMap<>(query);
        asking.put("q", List.of(words));
        return api.get("/v1/articles", asking);
    }

    /** Takes the given filters over into a query; cursors hold for the same filters only. */
    static Map<String, List<String>> filters(Arguments arguments) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        arguments.texts().forEach((name, values) -> {
            if (!name.equals("query")) {
                query.put(name, values);
            }
        });
        return query;
    }

    /** Asks for any of the words, for questions in sentences. */
    private static String anyWord(String asked) {
        return Arrays.stream(asked.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .map(word -> '"' + word + '"')
                .collect(Collectors.joining(" OR "));
    }

    private ToolResult hits(JsonNode list, Arguments arguments) {
        Hits hits = new Hits(new TokenBudget(arguments.number(TOKENS.name(), TokenBudget.DEFAULT)), unstatedAllowed);
        list.path("items").forEach(hits::add);
        return hits.result(list);
    }
}
