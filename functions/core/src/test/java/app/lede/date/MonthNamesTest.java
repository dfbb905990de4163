package app.lede.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.text.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthNamesTest {

    private final MonthNames names = MonthNames.table();

    @Test
    void every_language_of_the_table_has_twelve_months_and_no_name_for_two_of_them() {
        List<String> lines = Table.lines(MonthNames.class, "months.tsv");
        assertTrue(lines.size() >= 80, "languages: " + lines.size());
        for (String line : lines) {
            List<String> columns = Table.columns(line);
            assertEquals(13, columns.size(), columns.getFirst());
            Map<String, Integer> months = new HashMap<>();
            for (int month = 1; month <= 12; month++) {
                for (String name : columns.get(month).split("\\|", -1)) {
                    Integer other = months.put(DateText.folded(name), month);
                    assertTrue(other == null || other == month, columns.getFirst() + ": " + name);
                }
            }
        }
    }

    @Test
    void a_name_that_means_different_months_counts_only_in_its_language() {
        assertEquals(11, names.named("listopad", "pl"));
        assertEquals(10, names.named("listopad", "hr"));
        assertEquals(MonthNames.NONE, names.named("listopad", "de"));
    }

    @Test
    void weekdays_are_no_months_even_with_their_endings_cut() {
        for (String weekday :
                List.of("Montag", "söndag", "maanantai", "Pazartesi", "segunda", "Samstag", "jeudi", "Sunday")) {
            assertEquals(MonthNames.NONE, names.inflected(weekday, ""), weekday);
        }
    }
}
