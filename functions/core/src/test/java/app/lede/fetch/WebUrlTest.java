package app.lede.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebUrlTest {

    private static final WebUrl BASE = WebUrl.of("https://example.com/a/b?c=d").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "e, https://example.com/a/e",
        "./e, https://example.com/a/e",
        "../e, https://example.com/e",
        "../../../e, https://example.com/e",
        "/e, https://example.com/e",
        "//other.example/e, https://other.example/e",
        "\\\\other.example\\e, https://other.example/e",
        "?e=f, https://example.com/a/b?e=f",
        "#g, https://example.com/a/b?c=d",
        "'', https://example.com/a/b?c=d",
        "http://other.example/e#g, http://other.example/e",
        "e f, https://example.com/a/e%20f",
        "ü, https://example.com/a/%C3%BC",
        "e?f#g?h, https://example.com/a/e?f",
        "e/f:g, https://example.com/a/e/f:g",
    })
    void a_reference_resolves_as_in_a_browser(String reference, String expected) {
        assertEquals(expected, BASE.resolve(reference).map(WebUrl::toString).orElse("-"));
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/passwd", "gopher://example.com/", "javascript:alert(1)", "data:x", "//[::1", "http://a:b/"
    })
    void a_reference_to_something_else_resolves_to_nothing(String reference) {
        assertEquals("-", BASE.resolve(reference).map(WebUrl::toString).orElse("-"));
    }

    @Test
    void a_url_for_fetching_keeps_what_a_server_may_care_about() {
        String url = "https://example.com./a%7e/%c3?utm_source=x&&b#c";
        assertEquals(
                "https://example.com./a%7e/%c3?utm_source=x&&b",
                WebUrl.of(url).orElseThrow().uri().toString());
    }

    @Test
    void every_url_of_the_canonical_table_becomes_a_uri() {
        for (String line : Vectors.lines("canonical-urls.tsv")) {
            WebUrl.of(line.split("\t", -1)[0])
                    .ifPresent(url -> assertEquals(url.toString(), url.uri().toString()));
        }
    }
}
