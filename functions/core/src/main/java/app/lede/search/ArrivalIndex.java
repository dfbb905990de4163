package app.lede.search;

import app.lede.article.ArticleId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The articles by arrival, day by day; a day may be spread over several shards. Thread safe. */
public interface ArrivalIndex {

    /** The days on which articles arrived, the latest first. */
    List<Day> days();

    /**
     * A stretch of one shard, the latest arrival first.
     *
     * @param before only entries whose key is smaller; null from the end of the day
     * @param limit at most so many, from 1 to 1,000
     */
    List<Entry> walk(LocalDate day, int shard, @Nullable String before, int limit);

    /** A day and its number of shards, 1 or more. */
    record Day(LocalDate day, int shards) {}

    /**
     * One article in the index.
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
