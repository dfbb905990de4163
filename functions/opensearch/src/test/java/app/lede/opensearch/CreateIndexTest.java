package app.lede.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.search.Fact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateIndexTest {

    private final List<String> calls = new ArrayList<>();
    private String body = "";

    @Test
    void an_index_that_does_not_exist_is_created_with_its_analysis() {
        new OpenSearchIndex(cluster(404), "articles").create();
        assertEquals(List.of("HEAD /articles", "PUT /articles"), calls);
        assertTrue(Json.read(body).has("settings"));
    }

    @Test
    void an_older_index_gets_the_fields_it_lacks() {
        new OpenSearchIndex(cluster(200), "articles").create();
        assertEquals(List.of("HEAD /articles", "PUT /articles/_mapping"), calls);
        for (Fact fact : Fact.values()) {
            assertTrue(Json.read(body).at("/properties/fact/properties").has(fact.parameter()), fact.parameter());
        }
    }

    private Rest cluster(int head) {
        return (method, path, sent) -> {
            calls.add(method + " " + path);
            body = sent;
            return new Rest.Reply(method.equals("HEAD") ? head : 200, Json.object());
        };
    }
}
