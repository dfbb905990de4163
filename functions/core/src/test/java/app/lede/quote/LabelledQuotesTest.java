package app.lede.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fuzz.Effort;
import app.lede.text.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Labelled quotes in seven languages: exact, retyped, elided, translated, altered in a number or a negation, of other articles. */
class LabelledQuotesTest {

    private final Map<String, QuotableText> articles = new HashMap<>();
    private final List<List<String>> quotes = Table.lines(LabelledQuotesTest.class, "quotes.tsv").stream()
            .map(Table::columns)
            .toList();

    LabelledQuotesTest() {
        Table.lines(LabelledQuotesTest.class, "articles.tsv").stream()
                .map(Table::columns)
                .forEach(row ->
                        articles.put(row.get(0), new QuotableText(row.get(2).replace("|", "\n\n"), row.get(1))));
    }

    private QuotableText article(String name) {
        return Objects.requireNonNull(articles.get(name), name);
    }

    private String verdict(List<String> row) {
        return switch (article(row.get(1)).find(row.get(2))) {
            case QuoteMatch.Exact exact -> "exact";
            case QuoteMatch.Changed changed -> "changed";
            case QuoteMatch.Absent absent -> "absent";
        };
    }

    @Test
    void every_quote_has_its_verdict() {
        List<String> wrong = new ArrayList<>();
        for (List<String> row : quotes) {
            String verdict = verdict(row);
            if (!verdict.equals(row.get(3))) {
                wrong.add(verdict + " instead of " + String.join(" ", row));
            }
        }
        assertTrue(quotes.size() >= 200, () -> quotes.size() + " quotes");
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_last_word_that_differs_is_named_with_the_word_of_the_text() {
        QuoteMatch.Changed changed = (QuoteMatch.Changed) article("en-ferry")
                .find("We have waited for this permit for 14 months, said Ingrid Maroun, who runs the northern route");
        assertEquals(
                List.of(List.of("route", "line")),
                changed.differences().stream()
                        .map(difference -> List.of(difference.quote(), difference.text()))
                        .toList());
    }

    @Test
    void the_words_that_differ_are_named() {
        QuoteMatch.Changed changed = (QuoteMatch.Changed)
                article("en-ferry").find("The ferry company will add 20 crossings a day from June, its director said");
        assertEquals(
                List.of(List.of("20", "12"), List.of("", "the 3rd of")),
                changed.differences().stream()
                        .map(difference -> List.of(difference.quote(), difference.text()))
                        .toList());
    }

    @Test
    void one_word_over_and_over_is_found_in_bounded_time() {
        QuotableText text = new QuotableText("the ".repeat(Effort.of(300_000)), "en");
        assertInstanceOf(QuoteMatch.Exact.class, text.find("the … ".repeat(300)));
        assertInstanceOf(QuoteMatch.Changed.class, text.find("the ".repeat(400) + "end"));
        assertInstanceOf(QuoteMatch.Absent.class, text.find("…".repeat(1_900)));
    }
}
