package app.lede.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Precedence.Origin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static final Instant EARLY = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATE = Instant.parse("2026-01-02T03:04:05.001Z");

    private static final List<Precedence> ASCENDING = List.of(
            new Precedence(Origin.UPLOAD, EARLY),
            new Precedence(Origin.UPLOAD, LATE),
            new Precedence(Origin.WEB, EARLY),
            new Precedence(Origin.WEB, LATE));

    @Test
    void what_was_fetched_stands_above_every_upload_and_the_later_above_the_earlier() {
        assertEquals(ASCENDING, ASCENDING.reversed().stream().sorted().toList());
    }

    @Test
    void encoded_forms_sort_as_the_records_do() {
        for (int i = 1; i < ASCENDING.size(); i++) {
            assertTrue(ASCENDING.get(i - 1).encoded().compareTo(ASCENDING.get(i).encoded()) < 0);
        }
    }

    @Test
    void an_encoded_form_reads_back() {
        ASCENDING.forEach(precedence -> assertEquals(precedence, Precedence.decoded(precedence.encoded())));
    }
}
