package app.lede.api;

import app.lede.json.Json;
import app.lede.publish.QuoteView;
import app.lede.quote.QuoteAnswer;
import app.lede.quote.QuoteCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Route of the quote check. Thread safe. */
final class VerifyRoute {

    private static final int MOST_NAME = 8_192;
    private static final Set<String> FIELDS = Set.of("quote", "article");

    private final QuoteCheck quotes;

    VerifyRoute(QuoteCheck quotes) {
        this.quotes = quotes;
    }

    /** Handles {@code POST /v1/verify}. */
    Answer verify(Request request) {
        Fields fields = new Fields(request, Set.of("quotes"));
        List<QuoteCheck.Asked> asked = asked(fields);
        return fields.problem().orElseGet(() -> {
            ObjectNode json = Json.object();
            ArrayNode results = json.putArray("results");
            for (QuoteAnswer answer : quotes.check(asked)) {
                results.add(QuoteView.json(answer));
            }
            return Answer.json(200, json);
        });
    }

    private static List<QuoteCheck.Asked> asked(Fields fields) {
        JsonNode quotes = fields.value("quotes");
        List<QuoteCheck.Asked> asked = new ArrayList<>();
        if (!quotes.isArray() || quotes.isEmpty() || quotes.size() > QuoteCheck.MOST_QUOTES) {
            fields.fault("quotes", "expected a list of 1 to " + QuoteCheck.MOST_QUOTES + " quotes");
            return asked;
        }
        for (int i = 0; i < quotes.size(); i++) {
            one(quotes.get(i), "quotes[" + i + "]", fields, asked);
        }
        return asked;
    }

    private static void one(JsonNode given, String name, Fields fields, List<QuoteCheck.Asked> asked) {
        given.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                fields.fault(name + "." + field, "unknown field; known are article, quote");
            }
        });
        if (!Fields.isText(given.path("quote"), QuoteCheck.MOST_CHARACTERS)) {
            fields.fault(name + ".quote", "expected a text of at most " + QuoteCheck.MOST_CHARACTERS + " characters");
            return;
        }
        JsonNode article = given.path("article");
        boolean named = !article.isMissingNode() && !article.isNull();
        if (named && !Fields.isText(article, MOST_NAME)) {
            fields.fault(name + ".article", "expected the id or the address of an article");
            return;
        }
        @Nullable String where = named ? article.textValue().strip() : null;
        asked.add(new QuoteCheck.Asked(given.path("quote").textValue(), where));
    }
}
