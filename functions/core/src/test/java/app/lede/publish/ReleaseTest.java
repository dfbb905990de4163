package app.lede.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.lede.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    private static ObjectNode article(String search, String summary, String training) {
        ObjectNode article = Json.object();
        article.put("headline", "Bridge open").put("description", "It is open.");
        article.putObject("rights")
                .put("search", search)
                .put("summary", summary)
                .put("ai-input", "unknown")
                .put("ai-train", training);
        article.putObject("summary")
                .put("method", "extractive-1")
                .putArray("sentences")
                .addObject()
                .put("text", "The bridge is open.");
        article.putObject("passage").put("text", "The bridge is open.");
        return article;
    }

    @Test
    void nothing_stated_is_passed_on_whole() {
        ObjectNode article = article("unknown", "unknown", "unknown");
        assertEquals(List.of(article.deepCopy()), Release.listed(List.of(article)));
        ObjectNode exported = Release.exported(article, "Text.").orElseThrow();
        assertEquals("Text.", exported.path("articleBody").asText());
        assertFalse(exported.has("withheld"));
    }

    @Test
    void what_may_not_be_listed_is_in_no_feed_and_no_export() {
        ObjectNode article = article("denied", "allowed", "allowed");
        assertEquals(List.of(), Release.listed(List.of(article)));
        assertEquals(Optional.empty(), Release.exported(article, "Text."));
    }

    @Test
    void a_summary_that_may_not_be_shown_is_withheld_and_said_so() {
        ObjectNode cut =
                Release.listed(List.of(article("allowed", "denied", "unknown"))).getFirst();
        assertEquals("Bridge open", cut.path("headline").asText());
        assertFalse(cut.has("description"));
        assertFalse(cut.has("passage"));
        assertEquals(0, cut.at("/summary/sentences").size());
        assertEquals("[\"summary\"]", cut.path("withheld").toString());
    }

    @Test
    void a_text_that_is_not_for_training_is_in_no_export() {
        for (String verdict : List.of("denied", "priced")) {
            ObjectNode exported = Release.exported(article("unknown", "unknown", verdict), "Text.")
                    .orElseThrow();
            assertFalse(exported.has("articleBody"));
            assertEquals("[\"articleBody\"]", exported.path("withheld").toString());
        }
    }
}
