package app.lede.pipeline;

import app.lede.feed.FeedReading;
import java.util.List;

/**
 * Requests that follow the one of a poll, for the candidates of a site's feed or the sitemaps of an index: one after the
 * other, each in its host's time slot, with the results so far.
 *
 * @param urls remaining addresses, next first
 * @param requests number of requests made so far
 * @param bytes received so far
 * @param read sitemaps read so far
 * @param entries entries in them
 * @param found new entries among them
 */
public record FollowUps(Goal goal, List<String> urls, int requests, long bytes, int read, int entries, int found) {

    /** The purpose of the addresses. */
    public enum Goal {
        /** Candidates for the site's feed; the first that is one is polled from now on. */
        FEED,
        /** Parts of the source, all read. */
        SITEMAPS
    }

    public FollowUps {
        urls = List.copyOf(urls);
    }

    private static final int MAX_SITEMAPS = 3;

    /** Creates the requests for an index's sitemaps; nested indexes are ignored, as the protocol has none. */
    static FollowUps ofSitemaps(FeedReading.Index index, long bytes) {
        return of(Goal.SITEMAPS, index.best(MAX_SITEMAPS), bytes);
    }

    /** Creates the requests that follow the first. */
    static FollowUps of(Goal goal, List<String> urls, long bytes) {
        return new FollowUps(goal, urls, 1, bytes, 0, 0, 0);
    }

    /** Returns the next address. */
    String url() {
        return urls.getFirst();
    }

    boolean isOver() {
        return urls.isEmpty();
    }

    /** Records the response from the first address. */
    FollowUps asked(long received) {
        return new FollowUps(goal, urls.subList(1, urls.size()), requests + 1, bytes + received, read, entries, found);
    }

    /** Records a sitemap that was read. */
    FollowUps read(int itsEntries, int itsNew) {
        return new FollowUps(goal, urls, requests, bytes, read + 1, entries + itsEntries, found + itsNew);
    }

    FollowUps with(List<String> others) {
        return new FollowUps(goal, others, requests, bytes, read, entries, found);
    }
}
