package app.lede.feed;

import app.lede.fetch.WebUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of reading a body that was fetched as a feed. */
public sealed interface FeedReading {

    /** It was a feed, or a sitemap; it may be empty. */
    record Read(Feed feed) implements FeedReading {}

    /** It was a list of sitemaps, each of which may hold what is new; the most promising first. */
    record Index(List<Sitemap> sitemaps) implements FeedReading {

        /** Sitemaps for news first, then the last to change, then the greatest name: many have their date in it. */
        private static final Comparator<Sitemap> PROMISE = Comparator.comparing(
                        (Sitemap sitemap) -> isForNews(sitemap.url()))
                .thenComparing(Sitemap::lastModified, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Sitemap::url)
                .reversed();

        public Index {
            sitemaps = sitemaps.stream().sorted(PROMISE).toList();
        }

        /** The addresses of so many, the most promising first. */
        public List<String> best(int most) {
            return sitemaps.stream().map(Sitemap::url).limit(most).toList();
        }

        static Index of(Feed feed) {
            List<Sitemap> sitemaps = new ArrayList<>();
            for (FeedItem item : feed.items()) {
                if (item.url() != null) {
                    sitemaps.add(new Sitemap(item.url(), item.updated()));
                }
            }
            return new Index(sitemaps);
        }
    }

    /** A sitemap that an index names; absolute. */
    record Sitemap(String url, @Nullable Instant lastModified) {}

    /** Whether a sitemap's name says that it is for news; that the host's does means nothing. */
    static boolean isForNews(String url) {
        return WebUrl.of(url)
                .map(WebUrl::path)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .contains("news");
    }

    /**
     * It was something else.
     *
     * @param detail what it was instead, in one short sentence for people
     * @param isPage whether it was an HTML page
     * @param feedLinks the absolute addresses of the feeds it declares; may be empty
     */
    record NotAFeed(String detail, boolean isPage, List<String> feedLinks) implements FeedReading {
        public NotAFeed {
            feedLinks = List.copyOf(feedLinks);
        }
    }
}
