package app.lede.alert;

import app.lede.hash.Digest;
import app.lede.saved.SearchId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One alert on its way to a webhook. {@link #occasion} tells what it is about; the components are the stored form, of which each
 * occasion uses some.
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

    /** Occasion of an alert, with what it tells of. */
    public sealed interface Occasion {

        /** New articles match; their ids. */
        record Matched(List<String> articles) implements Occasion {}

        /** Matching articles have a new revision; their ids. */
        record Edited(List<String> articles) implements Occasion {}

        /**
         * Nothing has matched for as long as the search allows.
         *
         * @param since RFC 3339, the last match
         */
        record Silent(String since) implements Occasion {}

        /** A source has fallen silent, or its silence is over. */
        record OfSource(SourceAlert alert) implements Occasion {}

        /** Its owner asked for a test. */
        record Test() implements Occasion {}
    }

    /** Returns the occasion. */
    public Occasion occasion() {
        return switch (kind) {
            case MATCHED -> new Occasion.Matched(articles);
            case EDITED -> new Occasion.Edited(articles);
            case SILENT -> new Occasion.Silent(Objects.requireNonNull(since));
            case SOURCE_SILENT, SOURCE_RESUMED -> new Occasion.OfSource(Objects.requireNonNull(source));
            case TEST -> new Occasion.Test();
        };
    }

    /** Occasions of an alert, as they are stored and named in its body. */
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
    public static AlertJob first(SearchId search, String id, Occasion occasion) {
        return switch (occasion) {
            case Occasion.Matched(List<String> ids) -> new AlertJob(search, id, Kind.MATCHED, ids, null, null, 0);
            case Occasion.Edited(List<String> ids) -> new AlertJob(search, id, Kind.EDITED, ids, null, null, 0);
            case Occasion.Silent(String last) -> new AlertJob(search, id, Kind.SILENT, List.of(), last, null, 0);
            case Occasion.OfSource(SourceAlert alert) ->
                new AlertJob(search, id, kind(alert), List.of(), null, alert, 0);
            case Occasion.Test ignored -> new AlertJob(search, id, Kind.TEST, List.of(), null, null, 0);
        };
    }

    /** Creates the alert of a source for one of the searches that listen to it. */
    static AlertJob ofSource(SearchId search, SourceAlert alert) {
        return first(search, Digest.base32(search + " " + alert.id()), new Occasion.OfSource(alert));
    }

    private static Kind kind(SourceAlert alert) {
        return switch (alert.kind()) {
            case SILENT -> Kind.SOURCE_SILENT;
            case RESUMED -> Kind.SOURCE_RESUMED;
        };
    }

    AlertJob again() {
        return new AlertJob(search, id, kind, articles, since, source, attempts + 1);
    }
}
