package app.lede.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Block;
import app.lede.document.RawDocument;
import app.lede.extract.trace.Trace;
import app.lede.extract.trace.Trace.Dropped;
import app.lede.extract.trace.Trace.Kept;
import app.lede.publish.ExtractionLine;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final String URL = "https://courier.example/story";

    private final ArticleExtractor extractor = new ArticleExtractor();

    private Extraction extract(String structure, String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TraceTest.class.getResourceAsStream("articles/" + structure + "/" + file))) {
            return extractor.extract(new RawDocument(in.readAllBytes(), null, file, URL));
        }
    }

    @Test
    void every_block_of_a_page_has_the_evidence_it_was_kept_on() throws IOException {
        Extracted article = (Extracted) extract("teasers-and-paywall-notes", "source.html");
        List<Kept> kept = article.trace().kept();
        assertEquals(article.blocks().size(), kept.size());
        for (int i = 0; i < kept.size(); i++) {
            assertTrue(
                    article.blocks().get(i).text().startsWith(kept.get(i).text().replaceAll("…$", "")));
            assertFalse(kept.get(i).why().clues().isEmpty());
        }
        assertTrue(kept.stream().allMatch(each -> each.why().probability() > 0.5), kept::toString);
    }

    @Test
    void what_reads_unlike_the_article_says_what_spoke_against_it() throws IOException {
        Extracted article = (Extracted) extract("teasers-and-paywall-notes", "source.html");
        List<Dropped> dropped = article.trace().dropped().stream()
                .filter(each -> each.reason().equals("not article"))
                .toList();
        assertFalse(dropped.isEmpty());
        for (Dropped each : dropped) {
            Trace.Why why = Objects.requireNonNull(each.why());
            assertTrue(why.probability() < 0.5, each::toString);
            assertTrue(why.clues().stream().anyMatch(clue -> clue.weight() < 0), each::toString);
        }
    }

    @Test
    void a_block_dropped_later_is_kept_no_more() throws IOException {
        Extracted article = (Extracted) extract("ordinary-page", "source.html");
        Block last = article.blocks().getLast();
        Extracted shorter =
                article.keeping(article.blocks().subList(0, article.blocks().size() - 1), "by the test");
        assertEquals(article.trace().kept().size() - 1, shorter.trace().kept().size());
        assertEquals("by the test", shorter.trace().dropped().getLast().reason());
        assertTrue(last.text()
                .startsWith(shorter.trace().dropped().getLast().text().replaceAll("…$", "")));
    }

    @Test
    void a_line_of_json_shows_both() throws IOException {
        JsonNode trace = ExtractionLine.json("id", null, URL, extract("ordinary-page", "source.html"), true)
                .path("trace");
        JsonNode why = trace.path("kept").path(0).path("why");
        assertTrue(why.path("probability").asDouble() > 0.5, trace::toString);
        assertTrue(why.path("clues").path(0).asText().matches(".+ [+-]\\d+\\.\\d\\d"), trace::toString);
    }
}
