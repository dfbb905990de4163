package app.lede.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaRefreshTest {

    private static final URI PAGE = URI.create("https://news.example.org/a/b");

    private static String target(String content) {
        String page = "<html><head><meta http-equiv=\"Refresh\" content=\"" + content + "\"></head></html>";
        return MetaRefresh.target(page.getBytes(StandardCharsets.UTF_8), PAGE)
                .map(URI::toString)
                .orElse("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        0; url=/real                            | https://news.example.org/real
        5;URL='c?d=1'                           | https://news.example.org/a/c?d=1
        0, https://other.example/x              | https://other.example/x
        0.5; url = https://other.example/brücke | https://other.example/br%C3%BCcke
        6; url=/real                            | -
        0                                       | -
        0; url=                                 | -
        0; url=/a/b                             | -
        0; url=http://news.example.org/real     | -
        0; url=javascript:void(0)               | -
        0; url=https://u:p@other.example/       | -
        """)
    void a_refresh_within_five_seconds_names_another_page(String content, String expected) {
        assertEquals(expected, target(content));
    }

    @Test
    void a_refresh_for_browsers_without_scripts_is_left_alone() {
        String page = "<noscript><meta http-equiv=refresh content='0; url=/plain'></noscript>";
        assertTrue(
                MetaRefresh.target(page.getBytes(StandardCharsets.UTF_8), PAGE).isEmpty());
    }

    @Test
    void a_page_with_an_article_of_its_own_is_not_left() {
        String head = "<head><meta http-equiv=refresh content='0; url=/dead'></head>";
        String article = "<p>" + "The quay was rebuilt on Tuesday, the council said. ".repeat(12) + "</p>";
        assertTrue(MetaRefresh.target((head + article).getBytes(StandardCharsets.UTF_8), PAGE)
                .isEmpty());
        String notice = "<p>You are taken to the story; <a href=/dead>go there yourself</a> if you are not.</p>";
        assertTrue(MetaRefresh.target((head + notice).getBytes(StandardCharsets.UTF_8), PAGE)
                .isPresent());
    }
}
