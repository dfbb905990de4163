package app.lede.saved;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A filter that is kept under a name. {@link #subject} tells what its feed, webhook and digests are about; the components are the
 * stored form, of which each subject uses some.
 *
 * @param name as its owner calls it; title of the feed
 * @param filter query string, as {@link app.lede.search.Filter#canonical} writes it
 * @param feedHash {@link FeedToken#hash Hash} of the secret in the feed's address
 * @param webhook gets alerts of new articles; null for none
 * @param silenceHours hours without a new article after which the webhook is told once; 0 for never
 * @param edits whether the webhook is told of new revisions, too
 * @param digest when digests of new articles are published; null for never
 * @param silentSources whether feed and webhook tell of silent sources instead of articles; the filter names sources, or none for all
 */
public record SavedSearch(
        SearchId id,
        String name,
        String filter,
        Instant created,
        String feedHash,
        @Nullable Webhook webhook,
        int silenceHours,
        boolean edits,
        @Nullable DigestSchedule digest,
        boolean silentSources) {

    /** Things that a search tells of. */
    public sealed interface Subject {

        /**
         * Articles that match its filter.
         *
         * @param silence without a new article after which the webhook is told once; zero for never
         * @param edits whether the webhook is told of new revisions, too
         * @param digest when digests of new articles are published
         */
        record Articles(Duration silence, boolean edits, Optional<DigestSchedule> digest) implements Subject {}

        /** Sources that fall silent, of those that its filter names. */
        record SilentSources() implements Subject {}
    }

    /** Returns what the search tells of. */
    public Subject subject() {
        return silentSources
                ? new Subject.SilentSources()
                : new Subject.Articles(Duration.ofHours(silenceHours), edits, Optional.ofNullable(digest));
    }

    /** Creates a search without digests. */
    public SavedSearch(
            SearchId id,
            String name,
            String filter,
            Instant created,
            String feedHash,
            @Nullable Webhook webhook,
            int silenceHours,
            boolean edits) {
        this(id, name, filter, created, feedHash, webhook, silenceHours, edits, null, false);
    }

    /** Creates a search for silent sources. */
    public static SavedSearch ofSources(
            SearchId id, String name, String filter, Instant created, String feedHash, @Nullable Webhook webhook) {
        return new SavedSearch(id, name, filter, created, feedHash, webhook, 0, false, null, true);
    }

    /** Returns this search with another schedule of its digests. */
    public SavedSearch withDigest(DigestSchedule schedule) {
        return new SavedSearch(
                id, name, filter, created, feedHash, webhook, silenceHours, edits, schedule, silentSources);
    }
}
