package app.lede.quote;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ferry \u2067left at noon and came back late.",
                "The fer\u2068ry left at n\u2066oon and came back late.",
                "The fer\u061cry left \u3164at no\u115fon and came\u1160 back late.",
                "The fe\uffa0rry left at n\u17b4oo\u17b5n and came back\u180e late."
            })
    void a_true_quote_matches_a_text_with_characters_that_show_nothing(String text) {
        assertInstanceOf(QuoteMatch.Exact.class, new QuotableText(text, "en").find("ferry left at noon and came back"));
    }
}
