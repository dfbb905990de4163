package app.lede.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.json.Json;
import app.lede.mcp.Tool.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    private static final List<Parameter> ID = List.of(Parameter.needed("id", 5, "Id or URL of the article."));

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003\n"})
    void an_empty_text_is_told_as_empty_with_what_is_wanted(String value) {
        assertEquals("id is empty: Id or URL of the article.", fault(value));
    }

    @Test
    void a_long_text_is_told_with_its_length_and_the_bound_in_characters() throws Exception {
        String bridges = "\uD83C\uDF09".repeat(5);
        assertEquals(bridges, read(" " + bridges + " ").needed("id"));
        assertEquals("id has 6 characters, and may have 5: Id or URL of the article.", fault(bridges + "x"));
    }

    @Test
    void a_number_is_no_text() {
        WrongArgument error = assertThrows(
                WrongArgument.class, () -> Arguments.read(Json.object().put("id", 7), ID));
        assertEquals("id must be a text", error.getMessage());
    }

    private static Arguments read(String value) throws Exception {
        return Arguments.read(Json.object().put("id", value), ID);
    }

    private static String fault(String value) {
        return String.valueOf(
                assertThrows(WrongArgument.class, () -> read(value)).getMessage());
    }
}
