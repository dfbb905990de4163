package app.lede.pipeline;

import app.lede.feed.FeedReading;
import java.util.List;

/**
 * Addresses that a poll asks one after the other in place of the source's own, each in its host's turn; and what has come of
 * it so far.
 *
 * @param urls still to be asked, the first next
 * @param requests answered so far
 * @param bytes received so far
 * @param read how many sitemaps were read
 * @param entries in all of them
 * @param found how many of these were new
 */
public record Quest(Goal goal, List<String> urls, int requests, long bytes, int read, int entries, int found) {

    /** What the addresses are asked for. */
    public enum Goal {
        /** One of them may be the site's feed: the first that is one is polled from now on. */
        FEED,
        /** Each holds a part of what the source has. */
        SITEMAPS
    }

    public Quest {
        urls = List.copyOf(urls);
    }

    private static final int MAX_SITEMAPS = 3;

    /** To the sitemaps of an index; those of an index among them are left alone, as the protocol has none. */
    static Quest ofSitemaps(FeedReading.Index index, long bytes) {
        return of(Goal.SITEMAPS, index.best(MAX_SITEMAPS), bytes);
    }

    /** At its beginning, after one request. */
    static Quest of(Goal goal, List<String> urls, long bytes) {
        return new Quest(goal, urls, 1, bytes, 0, 0, 0);
    }

    /** The address whose turn it is. */
    String url() {
        return urls.getFirst();
    }

    boolean isOver() {
        return urls.isEmpty();
    }

    /** After the first address was asked. */
    Quest asked(long received) {
        return new Quest(goal, urls.subList(1, urls.size()), requests + 1, bytes + received, read, entries, found);
    }

    /** After a sitemap was read. */
    Quest read(int itsEntries, int itsNew) {
        return new Quest(goal, urls, requests, bytes, read + 1, entries + itsEntries, found + itsNew);
    }

    Quest with(List<String> others) {
        return new Quest(goal, others, requests, bytes, read, entries, found);
    }
}
