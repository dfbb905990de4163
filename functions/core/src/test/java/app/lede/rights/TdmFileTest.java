package app.lede.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TdmFileTest {

    private static Optional<String> statement(String json, String path) {
        return TdmFile.statement(json.getBytes(StandardCharsets.UTF_8), "https://news.example" + path);
    }

    @Test
    void the_first_rule_that_matches_applies() {
        String file = """
            [{"location": "/open/*", "tdm-reservation": 0},
             {"location": "/*", "tdm-reservation": 1, "tdm-policy": "https://news.example/policy.json"}]\
            """;
        assertEquals(Optional.of("0"), statement(file, "/open/day"));
        assertEquals(Optional.of("1; policy=https://news.example/policy.json"), statement(file, "/news/day"));
    }

    @Test
    void a_rule_elsewhere_says_nothing() {
        assertEquals(Optional.empty(), statement("[{\"location\": \"/pdf$\", \"tdm-reservation\": 1}]", "/pdf/1"));
    }

    @Test
    void what_is_no_file_says_nothing() {
        assertEquals(Optional.empty(), statement("<html>Not here", "/"));
        assertEquals(Optional.empty(), statement("", "/"));
        assertEquals(Optional.empty(), statement("[1, null, {\"location\": 3}]", "/"));
        assertEquals(Optional.empty(), statement("[{\"location\": \"/\", \"tdm-reservation\": {}}]", "/"));
    }
}
