package app.lede.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.search.Fact;
import app.lede.search.SearchDocument;
import app.lede.testkit.SearchSamples;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The mapping is strict: a field that it does not name would make the cluster refuse every article. */
class DocumentJsonTest {

    @Test
    void every_field_of_a_document_is_in_the_mapping() throws IOException {
        List<String> missing = new ArrayList<>();
        unmapped(document(), mapping(), "", missing);
        assertEquals(List.of(), missing);
    }

    @Test
    void every_fact_is_in_the_document() throws IOException {
        JsonNode document = document();
        for (Fact fact : Fact.values()) {
            assertTrue(document.path("fact").has(fact.parameter()), fact.parameter());
        }
    }

    private static JsonNode document() throws IOException {
        Map<Fact, List<String>> facts = new EnumMap<>(Fact.class);
        for (Fact fact : Fact.values()) {
            facts.put(fact, List.of(fact == Fact.LANG ? "en" : "value"));
        }
        SearchDocument plain = SearchSamples.document(1, null, "Old");
        SearchDocument whole = new SearchDocument(
                plain.id(),
                plain.revision(),
                "Ferry sails again",
                "The ferry sails again.",
                facts,
                plain.published(),
                plain.arrival(),
                plain.changed());
        return Json.read(
                DocumentJson.lines(SearchSamples.put(whole)).lines().toList().get(1));
    }

    private static JsonNode mapping() throws IOException {
        try (InputStream file = DocumentJson.class.getResourceAsStream("index.json")) {
            return Json.read(Objects.requireNonNull(file).readAllBytes()).path("mappings");
        }
    }

    private static void unmapped(JsonNode values, JsonNode mapping, String path, List<String> missing) {
        values.properties().forEach(field -> {
            JsonNode mapped = mapping.path("properties").path(field.getKey());
            if (mapped.isMissingNode()) {
                missing.add(path + field.getKey());
            } else if (field.getValue().isObject()) {
                unmapped(field.getValue(), mapped, path + field.getKey() + ".", missing);
            }
        });
    }
}
