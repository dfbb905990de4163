package app.lede.search;

import app.lede.article.ArticleId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Index of articles by day of arrival; a day may have several shards. Thread safe. */
public interface ArrivalIndex {

    /** Returns the days on which articles arrived, latest first; some may have no entry. */
    List<Day> days();

    /**
     * Returns entries of one shard, latest arrival first.
     *
     * @param before exclusive upper bound of keys; null starts at the end of the day
     * @param limit maximum number of entries, 1 to 1,000
     */
    List<Entry> walk(LocalDate day, int shard, @Nullable String before, int limit);

    /** A day and its number of shards, at least 1. */
    record Day(LocalDate day, int shards) {}

    /**
     * Index entry of one article.
     *
     * @param key {@code arrival#id}; sorts by arrival
     */
    record Entry(
            String key,
            ArticleId id,
            @Nullable String sourceId,
            @Nullable String language,
            List<String> countries) {}
}
