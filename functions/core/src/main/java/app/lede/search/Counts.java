package app.lede.search;

import java.util.List;

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

    /** Articles with one value, at least 1. */
    public record Count(String value, long count) {}
}
