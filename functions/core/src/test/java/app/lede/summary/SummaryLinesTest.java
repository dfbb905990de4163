package app.lede.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryLinesTest {

    @Test
    void a_summary_is_one_line_of_json_whatever_its_text_holds() {
        Summary summary = new Summary(List.of(new Sentence("A \"b\"\nc 😀", 3, 12)), "extractive-1");
        assertEquals(
                "{\"id\":\"x/1\",\"summary\":{\"sentences\":[{\"text\":\"A \\\"b\\\"\\nc 😀\",\"start\":3,\"end\":12}],"
                        + "\"method\":\"extractive-1\",\"by\":\"extractive\"}}",
                SummaryLines.line("x/1", summary));
    }

    @Test
    void the_hash_of_the_text_is_shown_where_it_is_known() {
        Summary summary = new Summary(List.of(), "extractive-2", "ab12");
        assertEquals("ab12", SummaryLines.json(summary).path("textSha256").asText());
    }

    @Test
    void an_empty_summary_still_has_its_list() {
        assertEquals(
                "{\"id\":\"y\",\"summary\":{\"sentences\":[],\"method\":\"extractive-1\",\"by\":\"extractive\"}}",
                SummaryLines.line("y", new Summary(List.of(), "extractive-1")));
    }
}
