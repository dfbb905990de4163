package app.lede.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.article.Precedence.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecedenceTest {

    private static final Instant EARLY = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATE = Instant.parse("2026-01-02T03:04:05.001Z");

    private static final List<Precedence> ASCENDING = List.of(
            Precedence.of(Origin.UPLOAD, null, EARLY),
            Precedence.of(Origin.UPLOAD, null, LATE),
            Precedence.of(Origin.FEED, null, EARLY),
            Precedence.of(Origin.CLAIM, null, EARLY),
            Precedence.of(Origin.CLAIM, null, LATE),
            Precedence.of(Origin.PAGE, modified("2026-01-01T00:00:00Z"), LATE),
            Precedence.of(Origin.PAGE, null, EARLY),
            Precedence.of(Origin.PAGE, modified("2026-01-02T04:04:05+01:00"), LATE),
            Precedence.of(Origin.PAGE, null, LATE));

    private static PublishedDate modified(String value) {
        return new PublishedDate(value, value, PublishedDate.Precision.SECOND, "meta");
    }

    @Test
    void origin_counts_before_the_declared_modification_and_that_before_the_time_of_receipt() {
        List<Precedence> shuffled = new ArrayList<>(ASCENDING);
        Collections.shuffle(shuffled, new Random(7));
        assertEquals(ASCENDING, shuffled.stream().sorted().toList());
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

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01T23:59:59.999Z",
        "2026-01-02, 2026-01-02T03:04:05Z",
        "2099-01-01T00:00:00Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:04.123456789Z, 2026-01-02T03:04:04.123Z",
        "-0044-03-15, 0000-01-01T00:00:00Z",
        "+12026-01-01, 2026-01-02T03:04:05Z",
        "yesterday, 2026-01-02T03:04:05Z"
    })
    void a_declared_modification_counts_up_to_the_time_of_receipt(String declared, Instant effective) {
        assertEquals(
                effective, Precedence.of(Origin.PAGE, modified(declared), EARLY).effective());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "9#x#y", "1#2026-01-02T03:04:05Z", "3#soon#2026-01-02T03:04:05Z"})
    void anything_else_is_refused(String encoded) {
        assertThrows(IllegalArgumentException.class, () -> Precedence.decoded(encoded));
    }
}
