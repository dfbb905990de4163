package app.lede.alert;

import app.lede.hash.Digest;
import app.lede.saved.SearchId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert on its way to a webhook.
 *
 * @param id the same however often it is sent
 * @param articles ids, earliest arrival first; at most 100
 * @param since RFC 3339, the last match before a silence
 * @param source the alert of a source; null for that of articles
 * @param attempts failed ones
 */
public record AlertJob(
        SearchId search,
        String id,
        Kind kind,
        List<String> articles,
        @Nullable String since,
        @Nullable SourceAlert source,
        int attempts) {

    /** Occasions of an alert. */
    public enum Kind {
        /** New articles match. */
        MATCHED("search.matched"),
        /** Matching articles have a new revision. */
        EDITED("search.edited"),
        /** Nothing has matched for as long as the search allows. */
        SILENT("search.silent"),
        /** A source has fallen silent. */
        SOURCE_SILENT("source.silent"),
        /** The silence of a source is over. */
        SOURCE_RESUMED("source.resumed"),
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
        return new AlertJob(search, id, kind, articles, since, null, 0);
    }

    /** Creates the alert of a source for one of the searches that listen to it. */
    static AlertJob ofSource(SearchId search, SourceAlert alert) {
        Kind kind =
                switch (alert.kind()) {
                    case SILENT -> Kind.SOURCE_SILENT;
                    case RESUMED -> Kind.SOURCE_RESUMED;
                };
        return new AlertJob(search, Digest.base32(search + " " + alert.id()), kind, List.of(), null, alert, 0);
    }

    AlertJob again() {
        return new AlertJob(search, id, kind, articles, since, source, attempts + 1);
    }
}
