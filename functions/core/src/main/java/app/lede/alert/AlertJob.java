package app.lede.alert;

import app.lede.saved.SearchId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert on its way to a webhook.
 *
 * @param id the same however often it is sent
 * @param articles ids, earliest arrival first; at most 100
 * @param since RFC 3339, the last match before a silence
 * @param attempts failed ones
 */
public record AlertJob(
        SearchId search,
        String id,
        Kind kind,
        List<String> articles,
        @Nullable String since,
        int attempts) {

    /** Occasions of an alert. */
    public enum Kind {
        /** New articles match. */
        MATCHED("search.matched"),
        /** Matching articles have a new revision. */
        EDITED("search.edited"),
        /** Nothing has matched for as long as the search allows. */
        SILENT("search.silent"),
        /** Its owner asked for a test. */
        TEST("search.test");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** Returns the type in the body of the alert. */
        public String type() {
            return type;
        }
    }

    public AlertJob {
        articles = List.copyOf(articles);
    }

    /** Creates an alert that was never tried. */
    public static AlertJob first(SearchId search, String id, Kind kind, List<String> articles, @Nullable String since) {
        return new AlertJob(search, id, kind, articles, since, 0);
    }

    AlertJob again() {
        return new AlertJob(search, id, kind, articles, since, attempts + 1);
    }
}
