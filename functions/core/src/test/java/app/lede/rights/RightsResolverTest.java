package app.lede.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.text.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RightsResolverTest {

    private static final Instant AT = Instant.parse("2026-11-30T00:00:00Z");

    static Stream<String> statements() {
        return Table.lines(RightsResolverTest.class, "statements.tsv").stream();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void a_statement_has_its_verdicts(String line) {
        List<String> columns = Table.columns(line);
        Evidence evidence = evidence(columns.get(0), columns.get(1));
        assertEquals(expected(columns.get(2)), RightsResolver.verdicts(evidence));
        assertEquals(
                List.of(evidence), RightsResolver.resolve(List.of(evidence)).evidence());
    }

    @Test
    void of_several_statements_the_most_restrictive_applies() {
        Rights rights = RightsResolver.resolve(List.of(
                evidence("content-signal", "search=yes, ai-input=yes, ai-train=yes"),
                evidence("rsl", "permits search ai-input; payment subscription"),
                evidence("tdmrep", "0"),
                evidence("robots", "noindex")));
        assertEquals(expected("search=denied ai-input=priced ai-train=denied"), rights.verdicts());
    }

    @Test
    void a_statement_that_says_nothing_on_a_use_restricts_nothing() {
        Rights rights = RightsResolver.resolve(
                List.of(evidence("content-usage", "train-ai=y"), evidence("content-signal", "ai-input=dunno")));
        assertEquals(expected("ai-train=allowed"), rights.verdicts());
    }

    @Test
    void without_statements_nothing_is_known() {
        assertEquals(Rights.UNKNOWN, RightsResolver.resolve(List.of()));
    }

    @Test
    void the_same_statement_twice_is_evidence_once() {
        Evidence one = evidence("tdmrep", "1");
        assertEquals(List.of(one), RightsResolver.resolve(List.of(one, one)).evidence());
    }

    private static Evidence evidence(String signal, String value) {
        return new Evidence(Signal.ofLabel(signal), "page", value, AT);
    }

    private static Map<Use, Verdict> expected(String verdicts) {
        Map<Use, Verdict> expected = new EnumMap<>(Use.class);
        Arrays.stream(verdicts.split(" ", -1)).filter(one -> one.contains("=")).forEach(one -> {
            List<String> parts = List.of(one.split("=", -1));
            expected.put(Use.ofLabel(parts.getFirst()).orElseThrow(), Verdict.ofLabel(parts.getLast()));
        });
        return expected;
    }
}
