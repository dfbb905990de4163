package app.lede.search;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Order of a list of articles. Ties are in ascending order of ids. */
public enum Sort {
    /** By {@link app.lede.article.Article#published publication}, latest first. */
    NEWEST,
    /** By {@link app.lede.article.Article#published publication}, earliest first. */
    OLDEST,
    /** By how well an article answers the query, best first; the newest first without a query. */
    RELEVANCE,
    /** By the arrival of the first revision, latest first. */
    ARRIVAL,
    /** By the last revision or deletion, earliest first: the order in which copies are brought up to date. */
    CHANGED;

    /** Spells it as in the API, for example {@code newest}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns all labels, separated by commas. */
    public static String labels() {
        return Stream.of(values()).map(Sort::label).collect(Collectors.joining(", "));
    }

    public static Optional<Sort> ofLabel(String label) {
        return Stream.of(values()).filter(sort -> sort.label().equals(label)).findFirst();
    }
}
