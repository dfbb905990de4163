package app.lede.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.lede.article.ArticleId;
import app.lede.search.Fact;
import app.lede.search.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParametersTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static Filter valid(String query) {
        return assertInstanceOf(FilterParameters.Reading.Valid.class, FilterParameters.read(query))
                .filter();
    }

    private static List<String> faults(String query) {
        return assertInstanceOf(FilterParameters.Reading.Faulty.class, FilterParameters.read(query)).faults().stream()
                .map(Problem.Fault::parameter)
                .toList();
    }

    @Test
    void no_parameter_matches_everything() {
        assertEquals(Filter.ALL, valid(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lang=de&lang=EN", "lang=de,en", "lang=en,+de"})
    void repeated_values_and_values_with_commas_are_alternatives(String query) {
        assertEquals(Filter.ALL.with(Fact.LANG, "de", "en"), valid(query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Gazette%5C,%20Inc.|Gazette, Inc.", "C%5C%5CNet|C\\Net", "C%5CNet|C\\Net", "Net%5C|Net\\"})
    void a_comma_within_a_name_is_escaped_by_a_backslash(String escaped, String name) {
        assertEquals(Set.of(name), valid("publisher=" + escaped).of(Fact.PUBLISHER));
    }

    @Test
    void every_unknown_faulty_and_contradictory_parameter_is_named_at_once() {
        assertEquals(
                List.of(
                        "colour",
                        "lang",
                        "country",
                        "tag",
                        "access",
                        "confidence",
                        "from",
                        "similar_to",
                        "story",
                        "published_to"),
                faults("colour=red&story=1&lang=deutsch&country=XX&tag=&access=shut&confidence=0.5&from=yesterday"
                        + "&published_from=2026-01-02&published_to=2026-01-01&similar_to=abc"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z,to",
        "q=bridge&q=toll,q",
        "q=,q",
        "q=+,q",
        "q=bridge&similar_to=ARTICLE,similar_to",
        "from=2026-01-01&from=2026-01-02,from",
        "use=ai-printing,use"
    })
    void what_contradicts_itself_is_a_fault(String query, String parameter) {
        String id = ArticleId.ofUrl("https://news.example.org/1").value();
        assertEquals(List.of(parameter), faults(query.replace("ARTICLE", id)));
    }

    static Stream<Filter> filters() {
        Random random = new Random(7);
        return IntStream.range(0, 200).mapToObj(i -> filter(random));
    }

    private static Filter filter(Random random) {
        Filter filter = Filter.ALL
                .with(Fact.PUBLISHER, names(random))
                .with(Fact.AUTHOR, names(random))
                .with(Fact.TAG, names(random))
                .with(Fact.LANG, random.nextBoolean() ? List.of() : List.of("ha", "de"))
                .with(Fact.COUNTRY, random.nextBoolean() ? List.of() : List.of("NE", "ML"))
                .arrived(random.nextBoolean() ? null : NOON, random.nextBoolean() ? null : NOON.plusMillis(1))
                .published(random.nextBoolean() ? null : NOON, null)
                .changedSince(random.nextBoolean() ? null : NOON);
        return random.nextBoolean() ? filter : filter.asking("\"" + name(random).replace("\"", "") + "\"");
    }

    private static List<String> names(Random random) {
        return random.nextBoolean()
                ? List.of()
                : IntStream.range(0, 4).mapToObj(i -> name(random)).toList();
    }

    private static String name(Random random) {
        String letters = "aé,\\&=+%\"🌉 ب";
        int[] some = IntStream.range(0, 6)
                .map(i -> letters.codePointAt(letters.offsetByCodePoints(0, random.nextInt(12))))
                .toArray();
        return "x" + new String(some, 0, some.length) + "x";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-01-01T00:00:00.0001Z&to=2026-01-01T00:00:00.0002Z",
                "published_from=2026-01-01T00:00:00.0001Z&published_to=2026-01-01T00:00:00.0002Z",
                "q=bridge*\ud800"
            })
    void a_filter_whose_canonical_text_would_be_invalid_is_refused(String query) {
        assertNotEquals(List.of(), faults(query));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void the_canonical_text_of_a_filter_reads_as_the_filter(Filter filter) {
        assertEquals(filter, valid(filter.canonical()));
    }
}
