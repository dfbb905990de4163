package app.lede.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Articles counted by a facet.
 *
 * @param articles number of matching articles, with or without a value of the facet
 * @param counts times ascending; facts by falling count, then by value, at most {@value #MAX_VALUES}
 * @param complete false if values beyond the first {@value #MAX_VALUES} are left out
 */
public record Counts(long articles, List<Count> counts, boolean complete) {

    public static final int MAX_VALUES = 1_000;

    public Counts {
        counts = List.copyOf(counts);
    }

    /**
     * Puts counts in order. Spellings of one value ({@link Fact#comparable}) are counted together under the most frequent.
     *
     * @param byValue number of articles by value, as articles spell it
     */
    public static Counts of(Facet facet, long articles, Map<String, Long> byValue) {
        Comparator<Count> mostFirst =
                Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value);
        List<Count> sorted = byValue.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(mostFirst)
                .toList();
        List<Count> all =
                switch (facet) {
                    case Fact fact -> joined(fact, sorted).sorted(mostFirst).toList();
                    case Facet.Time time ->
                        sorted.stream()
                                .sorted(Comparator.comparing(count -> time.sortable(count.value())))
                                .toList();
                };
        return new Counts(articles, all.stream().limit(MAX_VALUES).toList(), all.size() <= MAX_VALUES);
    }

    private static Stream<Count> joined(Fact fact, List<Count> mostFirst) {
        Map<String, Count> joined = new LinkedHashMap<>();
        for (Count count : mostFirst) {
            joined.merge(
                    fact.comparable(count.value()),
                    count,
                    (first, other) -> new Count(first.value(), first.count() + other.count()));
        }
        return joined.values().stream();
    }

    /** Articles with one value, at least 1. */
    public record Count(String value, long count) {}
}
