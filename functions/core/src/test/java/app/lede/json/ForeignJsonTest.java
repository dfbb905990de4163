package app.lede.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignJsonTest {

    @Test
    void json_of_others_may_be_followed_by_code_and_that_of_templates_may_have_slips() throws IOException {
        assertEquals(1, ForeignJson.valid(5).read("{\"a\":1}; run()").path("a").asInt());
        assertThrows(IOException.class, () -> ForeignJson.valid(5).read("{\"a\":1,}"));
        assertEquals(
                "b\nc",
                ForeignJson.lenient(5)
                        .read("/* x */ {\"a\":\"b\nc\",}")
                        .path("a")
                        .asText());
        assertThrows(IOException.class, () -> ForeignJson.lenient(5).read("[".repeat(6) + "]".repeat(6)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"a\":{\"b\":[1,-2.50,3e400,9007199254740993,123456789012345678901234567890,true,false,null]},\"a\":\"é\"}"
            })
    void a_text_gives_the_tree_that_a_mapper_gives(String json) throws IOException {
        assertEquals(new JsonMapper().readTree(json), ForeignJson.valid(50).read(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\":1} {\"b\":2} [3] 4",
                "[{\"a\":1},[2],\"c\"] {\"d\":4}",
                "[{\"a\":1},{\"b\":",
                "{\"a\":1},{\"b\":2}",
                "[[1,2]]",
                "[[[[[[[7]]]]]]]"
            })
    void values_are_those_that_a_mapper_reads_before_the_first_error(String json) {
        assertEquals(ByMapper.values(json), ForeignJson.valid(5).values(json, 100));
    }

    @Test
    void no_more_values_are_read_than_wanted() {
        assertEquals("[1, 2]", ForeignJson.valid(5).values("[1,2,3]", 2).toString());
    }
}
