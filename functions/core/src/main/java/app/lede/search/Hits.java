package app.lede.search;

import java.util.List;

/**
 * One page of matching articles, in the order of the search.
 *
 * @param more whether another page follows
 */
public record Hits(List<Hit> hits, boolean more) {

    public Hits {
        hits = List.copyOf(hits);
    }
}
