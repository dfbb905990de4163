package app.lede.publish;

import app.lede.json.Json;
import app.lede.json.OptionalFields;
import app.lede.quote.Fold;
import app.lede.quote.QuoteAnswer;
import app.lede.quote.QuoteMatch;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes the public record of an answer to a quote. Thread safe. */
public final class QuoteView {

    private QuoteView() {}

    /** Writes verdict, place and differences. */
    public static ObjectNode json(QuoteAnswer answer) {
        ObjectNode json = Json.object().put("verdict", answer.verdict().label());
        QuoteAnswer.Place place = answer.place();
        if (place != null) {
            json.put("article", place.article().id().value());
            OptionalFields.put(json, "url", place.article().url());
            OptionalFields.put(json, "headline", place.article().metadata().headline());
            json.put("revision", place.revision().value());
            json.put("textHash", place.hash());
            json.put("field", place.field()).put("start", place.start()).put("end", place.end());
            json.put("similarity", Math.round(place.similarity() * 1000) / 1000.0);
            json.put("elided", place.elided());
            OptionalFields.putAll(
                    json, "normalised", place.folds().stream().map(Fold::label).toList());
            OptionalFields.put(json, "link", place.link());
        }
        if (!answer.differences().isEmpty()) {
            differences(json.putArray("diff"), answer.differences());
        }
        if (answer.goneSince() != null) {
            json.put("goneSince", answer.goneSince().value());
        }
        OptionalFields.put(json, "reason", answer.reason());
        return json;
    }

    private static void differences(ArrayNode diff, List<QuoteMatch.Difference> differences) {
        for (QuoteMatch.Difference one : differences) {
            diff.addObject()
                    .put("quote", one.quote())
                    .put("text", one.text())
                    .put("start", one.start())
                    .put("end", one.end());
        }
    }
}
