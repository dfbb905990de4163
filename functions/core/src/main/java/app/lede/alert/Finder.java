package app.lede.alert;

import app.lede.article.Article;
import app.lede.search.Filter;
import java.time.Instant;
import java.util.List;

/** Finds articles that an alert tells of. Thread safe. */
interface Finder {

    /** A match, and its key in the index that was walked over: a time, {@code #} and the id. */
    record Match(String key, Article article) {

        /** Returns the time of the key. */
        Instant at() {
            return Instant.parse(key.substring(0, key.indexOf('#')));
        }
    }

    /**
     * Returns the earliest matches, in order.
     *
     * @param after key or time, exclusive
     * @param end time, exclusive
     * @param most maximum number of matches
     */
    List<Match> earliest(Filter filter, String after, Instant end, int most);
}
