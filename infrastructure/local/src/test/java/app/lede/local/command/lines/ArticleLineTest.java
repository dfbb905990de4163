package app.lede.local.command.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.article.ArticleId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleLineTest {

    private static final String PROSE = "The ferry was back in service on Friday, and the queue was short. ".repeat(12);

    private final ArticleLine lines = new ArticleLine();

    private static byte[] page(String canonical) {
        return ("<html><head><link rel='canonical' href='" + canonical
                        + "'></head><body><article><h1>Ferry back</h1><p>" + PROSE + "</p></article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode line(byte[] page, String fields) throws IOException {
        ListFile.Entry entry = new ListFile.Entry(Path.of("."), 1, "{\"file\": \"page.html\"" + fields + "}");
        return new ObjectMapper().readTree(lines.of(page, entry, false));
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example.org/ferry?page=2, https://news.example.org/ferry, https://news.example.org/ferry",
        "https://news.example.org/ferry, https://other.example.net/ferry, https://news.example.org/ferry",
        "https://news.example.org/ferry, https://news.example.org/, https://news.example.org/ferry"
    })
    void a_page_has_the_id_of_the_address_that_the_stack_gives_it(String fetched, String canonical, String address)
            throws IOException {
        JsonNode line = line(page(canonical), ", \"url\": \"" + fetched + "\"");
        assertEquals(ArticleId.ofUrl(address).value(), line.path("id").asText());
        assertEquals(address, line.path("url").asText());
    }

    @Test
    void a_document_without_an_address_has_the_id_of_its_bytes() throws IOException {
        byte[] page = page("https://news.example.org/");
        assertEquals(ArticleId.ofBytes(page).value(), line(page, "").path("id").asText());
    }
}
