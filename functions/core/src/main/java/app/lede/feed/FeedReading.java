package app.lede.feed;

import app.lede.fetch.WebUrl;
import app.lede.text.LowerCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Result of parsing a body that was fetched as a feed. */
public sealed interface FeedReading {

    /** A feed or a sitemap; may have no items. */
    record Read(Feed feed) implements FeedReading {}

    /** A sitemap index, most promising sitemaps first. */
    record Index(List<Sitemap> sitemaps) implements FeedReading {

        /** News sitemaps first, then by last modification, then by descending name: names often contain dates. */
        private static final Comparator<Sitemap> PROMISE = Comparator.comparing(
                        (Sitemap sitemap) -> isForNews(sitemap.url()))
                .thenComparing(Sitemap::lastModified, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Sitemap::url)
                .reversed();

        public Index {
            sitemaps = sitemaps.stream().sorted(PROMISE).toList();
        }

        /** Returns the URLs of the most promising sitemaps. */
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

    /** A sitemap listed in an index. */
    record Sitemap(String url, @Nullable Instant lastModified) {}

    /** Tests whether a sitemap's path suggests news; the host name is ignored. */
    static boolean isForNews(String url) {
        return LowerCase.of(WebUrl.of(url).map(WebUrl::path).orElse("")).contains("news");
    }

    /**
     * Neither a feed nor a sitemap.
     *
     * @param detail description of the actual content, one short sentence
     * @param isPage whether it is an HTML page
     * @param feedLinks absolute URLs of the feeds it declares; may be empty
     */
    record NotAFeed(String detail, boolean isPage, List<String> feedLinks) implements FeedReading {
        public NotAFeed {
            feedLinks = List.copyOf(feedLinks);
        }
    }
}
