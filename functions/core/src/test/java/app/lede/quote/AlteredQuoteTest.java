package app.lede.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotes altered in a sign, a figure or an apostrophe, or by what an ellipsis leaves out, are told from exact ones. */
class AlteredQuoteTest {

    private static String verdict(String text, String quote, @Nullable String language) {
        return switch (new QuotableText(text, language).find(quote)) {
            case QuoteMatch.Exact exact -> "exact";
            case QuoteMatch.Changed changed -> changed.differences().isEmpty() ? "no difference" : "changed";
            case QuoteMatch.Absent absent -> "absent";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "The port lost −17,5 million in autumn.; 17,5 million in autumn; changed",
                "Het verlies was in 2023 € 5 miljoen.; € 5 miljoen; exact",
                "It was 10°–12° at noon.; 12° at noon; exact",
                "It was 10°–12° at noon.; 10°—12° at noon; exact",
                "The port lost −17,5 million in autumn.; -17,5 million in autumn; exact",
                "The port lost –17,5 million in autumn.; -17,5 million in autumn; exact",
                "The port lost 17,5 million in autumn.; −17,5 million in autumn; changed",
                "The balance was +4 million that year.; -4 million that year; changed",
                "The balance was +4 million that year.; +4 million that year; exact",
                "The balance was +4 million that year.; 4 million that year; changed",
                "It was 10–12 degrees at noon.; -10–12 degrees at noon; changed",
                "It was 10–12 degrees at noon.; 10 - 12 degrees at noon; exact",
                "It was 10–12 degrees at noon.; “10-12 degrees at noon.”; exact",
                "Harbour fees rose by 3%.; Harbour fees rose by 3‰; changed",
                "Harbour fees rose by 3%.; Harbour fees rose by 3; changed",
                "Harbour fees rose by 3%.; Harbour fees rose by 3 %; exact",
                "Harbour fees rose by 3‰ again.; Harbour fees rose by 3‰; exact",
                "Harbour fees rose by 3.; Harbour fees rose by 3%; changed",
                "A ticket now costs €5.; A ticket now costs 5; changed",
                "A ticket now costs 5 €.; A ticket now costs 5 £; changed",
                "A ticket now costs 5 €.; A ticket now costs 5€; exact",
                "They paid US$5 for the boat.; $5 for the boat; exact",
                "They paid US$5 for the boat.; 5 for the boat; changed",
                "The deck measures 30 m².; The deck measures 30 m³; changed",
                "The deck measures 30 m².; The deck measures 30 m; changed",
                "The deck measures 30 m².; The deck measures 30 m²; exact",
                "The sample held some 10⁶ cells.; some 10⁹ cells; changed",
                "The sample held cells, some 10⁶; cells, some 106; changed",
                "The sample held cells, some 10⁻⁶; cells, some 10; changed",
                "The ship emits tons of CO₂.; The ship emits tons of CO₅; changed",
                "The ship emits tons of CO₂.; The ship emits tons of CO₂; exact",
                "The ship emits tons of CO₂.; The ship emits tons of CO2; exact",
                "The home side won 3-1 at last.; The home side won 3–-1 at last; changed",
                "The home side won 3—1 at last.; The home side won 3--1 at last; exact",
                "½ of the crew stayed ashore.; ¼ of the crew stayed ashore; changed",
                "½ of the crew stayed ashore.; ½ of the crew stayed ashore; exact",
                "Growth slowed to .5 percent in May.; 5 percent in May; changed",
                "The sea warmed. It rose—5 ships left.; 5 ships left; exact",
                "今天早上气温降到-5度左右。; -5度左右; exact",
                "今天早上气温降到-5度左右。; 5度左右; changed",
                "And so we’re ready to sail now.; And so were ready to sail now; changed",
                "And so we’re ready to sail now.; And so we're ready to sail now; exact",
                "And so we’re ready to sail now.; And so we´re ready to sail now; exact",
                "Perhaps she’ll sell the boat.; Perhaps shell sell the boat; changed",
                "He found the boy’s boat there.; He found the boys' boat there; changed",
                "He found the boy’s boat there.; He found the boys boat there; changed",
                "All of the students’ rooms are full.; All of the student's rooms are full; changed",
                "The town and its harbour changed.; The town and it's harbour changed; changed",
                "The captain can't see the shore.; The captain cant see the shore; changed",
                "The captain isn’t on the shore.; The captain isnt on the shore; changed",
                "The captain won't see the shore.; The captain 'won’t see the shore'; exact"
            })
    void a_sign_a_figure_and_an_apostrophe_within_a_word_count(String text, String quote, String verdict) {
        assertEquals(verdict, verdict(text, quote, "en"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "de; Wir kaufen das Haus nicht.; Wir kaufen das Haus …; changed",
                "en; The bridge reopens on Friday at noon.; The bridge reopens on Friday …; exact",
                "en; The crew failed to pay the harbour bill.; The crew … to pay the harbour bill; changed",
                "en; The crew failed to pay the harbour bill.; … to pay the harbour bill; changed",
                "ja; まず政府が支援を決めた。; 政府が支援を決めた; exact",
                "gl; A ponte en obras reabre o venres.; A ponte … reabre o venres; exact",
                "en; The plan is old. The clerk says they cannot build. It may yet be lawful.; The plan is … lawful;"
                        + " changed",
                "en; The plan is old. The mayor will NOT build. It may yet be lawful.; The plan is … lawful; changed",
                "en; The plan is old. It ain’t cheap. It may yet be lawful.; The plan is … lawful; changed",
                "en; The plan is old. It is cheap. It may yet be lawful.; The plan is … lawful; exact",
                "en; The plan is old. It is not cheap. The mayor likes it.; The plan is old. … The mayor likes it.;"
                        + " changed",
                "en; Nothing was lost in the flood, and all sailed.; … was lost in the flood; changed",
                "en; The crew failed to pay the bill in time.; pay the bill in time; changed",
                "en; The crew rejected the plan of the two owners.; the plan of the two owners; exact",
                "en; It did not rain. A boat was lost.; … A boat was lost; exact",
                "zh; 昨天没有人受伤。; …人受伤; changed",
                "en; A boat was lost in the flood, and all sailed.; … was lost in the flood; exact",
                "en; The plan is nobody's idea of lawful.; The plan is … lawful; changed",
                "en; The plan is anything but lawful.; The plan is … lawful; changed",
                "en; The plan is barely lawful.; The plan is … lawful; changed",
                "en; The plan is of a non-lawful kind.; The plan is … lawful kind; changed",
                "en; The crew failed to pay the bill.; The crew … pay the bill; changed",
                "en; The crew has failed its test to pay the bill.; The crew … pay the bill; exact",
                "en; The owner denied that he sank the boat.; The owner … sank the boat; changed",
                "de; Der Kapitän weigert sich und zahlt die Strafe.; Der Kapitän … zahlt die Strafe; changed",
                "fr; Le capitaine n’avoue guère sa faute.; Le capitaine … sa faute; changed",
                "fr; Le capitaine refuse de payer l’amende.; Le capitaine … payer l’amende; changed",
                "es; El capitán negó haber vendido el barco.; El capitán … vendido el barco; changed",
                "ru; Капитан отказался платить штраф.; Капитан … платить штраф; changed",
                "ar; القبطان رفض دفع الغرامة اليوم.; القبطان … دفع الغرامة; changed",
                "ja; 船長は罰金を払わないと言った。; 船長は罰金を…と言った; changed",
                "ja; 船長は罰金を払いませんと言った。; 船長は罰金を…と言った; changed",
                "ja; 船長は罰金を払いますと言った。; 船長は罰金を…と言った; exact"
            })
    void an_ellipsis_over_a_negation_is_never_exact(String language, String text, String quote, String verdict) {
        assertEquals(verdict, verdict(text, quote, language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "It fell to −5 degrees.; -5 degrees; DASHES",
                "It fell to −5 degrees.; −5 degrees.; EDGES",
                "It fell to 30 % again.; to 30\u00a0% again; SPACES",
                "And so we’re ready to sail.; so we're ready; QUOTES",
                "The deck measures 30 m².; measures 30 m²; ''"
            })
    void only_what_was_folded_is_named(String text, String quote, String fold) {
        QuoteMatch.Exact exact = new QuotableText(text, "en").findExact(quote).orElseThrow();
        assertEquals(fold.equals("''") ? List.of() : List.of(Fold.valueOf(fold)), exact.folds());
    }
}
