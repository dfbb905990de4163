package app.lede.pipeline;

import app.lede.feed.FeedReading;
import java.util.List;

/**
 * Addresses requested one after the other in place of the source's own, each in its host's time slot, and the results
 * so far.
 *
 * @param urls remaining addresses, next first
 * @param requests responses so far
 * @param bytes received so far
 * @param read sitemaps read so far
 * @param entries entries in them
 * @param found new entries among them
 */
public record Quest(Goal goal, List<String> urls, int requests, long bytes, int read, int entries, int found) {

    /** The purpose of the addresses. */
    public enum Goal {
        /** Candidates for the site's feed; the first that is one is polled from now on. */
        FEED,
        /** Parts of the source, all read. */
        SITEMAPS
    }

    public Quest {
        urls = List.copyOf(urls);
    }

    private static final int MAX_SITEMAPS = 3;

    /** Creates the quest for an index's sitemaps; nested indexes are ignored, as the protocol has none. */
    static Quest ofSitemaps(FeedReading.Index index, long bytes) {
        return of(Goal.SITEMAPS, index.best(MAX_SITEMAPS), bytes);
    }

    /** Creates a quest after one request. */
    static Quest of(Goal goal, List<String> urls, long bytes) {
        return new Quest(goal, urls, 1, bytes, 0, 0, 0);
    }

    /** Returns the next address. */
    String url() {
        return urls.getFirst();
    }

    boolean isOver() {
        return urls.isEmpty();
    }

    /** Records the response from the first address. */
    Quest asked(long received) {
        return new Quest(goal, urls.subList(1, urls.size()), requests + 1, bytes + received, read, entries, found);
    }

    /** Records a sitemap that was read. */
    Quest read(int itsEntries, int itsNew) {
        return new Quest(goal, urls, requests, bytes, read + 1, entries + itsEntries, found + itsNew);
    }

    Quest with(List<String> others) {
        return new Quest(goal, others, requests, bytes, read, entries, found);
    }
}
