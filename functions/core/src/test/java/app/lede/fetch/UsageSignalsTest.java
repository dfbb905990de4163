package app.lede.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.rights.Evidence;
import app.lede.rights.RightsResolver;
import app.lede.rights.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageSignalsTest {

    private static Optional<String> label(String head) {
        return UsageSignals.of(Jsoup.parse("<html><head>" + head + "</head></html>"))
                .label();
    }

    @Test
    void a_page_that_only_allows_says_nothing() {
        assertEquals(
                Optional.empty(),
                label("<meta name=robots content='index, follow, max-image-preview:large, max-snippet:-1'>"));
        assertEquals(Optional.empty(), label("<meta name=googlebot content=noarchive><meta name=viewport content=a>"));
    }

    @Test
    void what_a_page_asks_for_is_kept() {
        assertEquals(
                Optional.of("noai, noimageai, noarchive, tdm-reservation=1, tdm-policy=https://example.com/p?a, b"),
                label("""
                    <META NAME="Robots" CONTENT=" NoAI,noimageai , index">
                    <meta name="lede" content="noarchive">
                    <meta name="tdm-reservation" content="1">
                    <meta name="tdm-policy" content="https://example.com/p?a, b">
                    """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        noai                                   | noarchive            | noai, noarchive
        noai, tdm-reservation=0                | tdm-reservation=1    | noai, tdm-reservation=1
        tdm-reservation=1, tdm-policy=https://a/ | noai, tdm-policy=https://b/ | noai, tdm-reservation=1, tdm-policy=https://a/
        tdm-reservation=yes                    | tdm-reservation=1    | tdm-reservation=1
        tdm-reservation=1                      | tdm-reservation=yes  | tdm-reservation=1
        max-snippet: 20                        | max-snippet: 20      | max-snippet: 20
        """)
    void headers_and_page_together_reserve_what_either_reserves(String headers, String page, String both) {
        UsageSignals together = UsageSignals.ofLabel(headers).and(UsageSignals.ofLabel(page));
        assertEquals(Optional.of(both), together.label());
        assertEquals(together, UsageSignals.ofLabel(both));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"yes | yes", "1; 0 | 1 0", "true, tdm-policy=x | true tdm-policy x"})
    void a_reservation_that_is_not_understood_is_kept_as_evidence_and_rules_on_nothing(String stated, String kept) {
        UsageSignals signals = UsageSignals.of(
                Jsoup.parse("<html><head><meta name=tdm-reservation content='" + stated + "'></head></html>"));
        Evidence evidence = new Evidence(Signal.TDMREP, "page", kept, Instant.EPOCH);
        assertEquals(List.of(evidence), signals.evidence("page", Instant.EPOCH));
        assertEquals(Map.of(), RightsResolver.verdicts(evidence));
        assertEquals(signals, UsageSignals.ofLabel(signals.label().orElseThrow()));
    }

    @Test
    void a_line_of_nothing_is_nothing() {
        assertEquals(UsageSignals.NONE, UsageSignals.ofLabel(""));
        assertEquals(List.of("noai"), UsageSignals.ofLabel("noai").robotsTags());
    }
}
