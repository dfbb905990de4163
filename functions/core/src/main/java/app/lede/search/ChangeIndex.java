package app.lede.search;

import app.lede.article.ArticleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Index of articles by the day on which they were last stored or deleted; a day may have several shards. An article has one
 * entry, which moves with each change. Thread safe.
 */
public interface ChangeIndex {

    /** Returns the days on which articles were stored or deleted, latest first; some may have no entry any more. */
    List<ArrivalIndex.Day> days();

    /**
     * Returns entries of one shard, earliest change first.
     *
     * @param after exclusive lower bound of keys; empty starts at the beginning of the day
     * @param before exclusive upper bound of keys; null ends with the day
     * @param limit maximum number of entries, 1 to 1,000
     */
    List<Entry> walk(LocalDate day, int shard, String after, @Nullable String before, int limit);

    /**
     * Index entry of one article.
     *
     * @param key {@code changed#id}; sorts by change
     * @param deleted whether the article was deleted at that time
     */
    record Entry(String key, ArticleId id, boolean deleted) {

        /** Returns the time of the change, to the millisecond. */
        public Instant changed() {
            return Instant.parse(key.substring(0, key.indexOf('#')));
        }
    }
}
