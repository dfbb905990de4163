package app.lede.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.text.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatelineTest {

    private static final DatelineReader READER = new DatelineReader(new Agencies(), new Entities()::isTown);

    @Test
    void datelines_in_many_scripts_have_place_and_agency() {
        List<String> wrong = new ArrayList<>();
        for (String line : Table.lines(DatelineTest.class, "datelines.txt")) {
            List<String> columns = Table.columns(line);
            Optional<Dateline> found = READER.read(columns.get(2));
            String place = found.map(Dateline::place).orElse("-");
            String agency = found.map(Dateline::agency).orElse("-");
            if (!place.equals(columns.get(0)) || !agency.equals(columns.get(1))) {
                wrong.add(place + " | " + agency + " | " + line);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void the_place_has_its_span_in_code_points_and_the_report_begins_behind() {
        String text = "\u200f\n\n😀 Headline of the day\nBAMAKO, May 3 (Reuters) - The ferry sails.";
        Dateline dateline = READER.read(text).orElseThrow();
        assertEquals("The ferry sails.", text.substring(dateline.end()));
        int start = text.codePointCount(0, text.indexOf("BAMAKO"));
        assertEquals(new Span(start, start + 6), dateline.span());
    }

    @Test
    void a_dateline_is_looked_for_in_the_first_two_paragraphs_only() {
        assertEquals(Optional.empty(), READER.read("One.\n\nTwo.\n\nPARIS (AFP) - Three."));
        assertEquals(Optional.empty(), READER.read("(".repeat(100_000)));
        assertEquals(Optional.empty(), READER.read(""));
    }
}
