package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.json.Json;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A summary of a model that is not in service when it is first asked. */
@LongRunning
class ModelPathsTest extends PathsFixture {

    private static final String MODEL = "/model/example.writer-v1/converse";
    private static final String SENTENCE = "The library of Nordby opens on Sundays from 1 March.";
    private static final String TEXT = "Library opens on Sundays\n\n" + SENTENCE
            + " Two librarians will work 12 hours more each week, which costs 38,000 kroner a year. The branch in"
            + " Sandvik stays closed on Sundays. Nordby lent 61,000 books last year, more than ever before. A survey"
            + " of 900 readers had shown that most of them work on Saturdays. The council may end the trial after a"
            + " year. The opposition did not vote. The director thanked the readers, who had asked for it for many"
            + " years.";

    @Override
    Map<String, String> parameters() {
        return Map.of(
                "SummaryModel", "example.writer-v1",
                "SummaryModelInputPrice", "3",
                "SummaryModelOutputPrice", "15");
    }

    @Test
    void a_model_that_is_out_of_service_is_asked_again_later() {
        site.status(MODEL, 503);
        stack.upload("inbox/nordby.txt", "text/plain", TEXT.getBytes(StandardCharsets.UTF_8));
        deliverer.deliver("parse-document");
        deliverer.deliver("summarise-article");
        assertEquals(List.of("stored"), outcomes("inbox/"));
        assertEquals("extractive", summary().path("by").asText());
        site.json(MODEL, answer());
        deliverer.settle();
        assertEquals("example.writer-v1", summary().path("by").asText());
        assertEquals(SENTENCE, summary().at("/sentences/0/text").asText());
    }

    private JsonNode summary() {
        return query("GET /v1/articles", Map.of(), "sort=arrival").at("/items/0/summary");
    }

    private static String answer() {
        ObjectNode answer = Json.object();
        answer.putObject("output")
                .putObject("message")
                .put("role", "assistant")
                .putArray("content")
                .addObject()
                .put("text", "{\"sentences\": [\"" + SENTENCE + "\"]}");
        answer.put("stopReason", "end_turn");
        answer.putObject("usage")
                .put("inputTokens", 400)
                .put("outputTokens", 60)
                .put("totalTokens", 460);
        return answer.toString();
    }
}
