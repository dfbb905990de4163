package app.lede.feed;

import java.util.List;

/** What came of reading a body that was fetched as a feed. */
public sealed interface FeedReading {

    /** It was a feed; it may be empty. */
    record Read(Feed feed) implements FeedReading {}

    /**
     * It was something else.
     *
     * @param detail what it was instead, in one short sentence for people
     * @param feedLinks the absolute addresses of the feeds it declares, if it was an HTML page; may be empty
     */
    record NotAFeed(String detail, List<String> feedLinks) implements FeedReading {
        public NotAFeed {
            feedLinks = List.copyOf(feedLinks);
        }
    }
}
