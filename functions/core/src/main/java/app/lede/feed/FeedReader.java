package app.lede.feed;

import app.lede.document.Charsets.Decoded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Parses feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed, sitemaps and sitemap indexes, with the Dublin
 * Core, Media RSS, iTunes, content and syndication modules. Accepts ill-formed XML and any encoding.
 *
 * <p>Never throws on bad input. Time and memory are linear in the body and bounded: at most {@value #MAX_BYTES} bytes
 * are read, the newest {@value #MAX_ITEMS} items are kept and the rest counted, and elements nested deeper than {@value
 * XmlFeed#MAX_DEPTH} are treated as siblings. Stateless and thread safe.
 */
public final class FeedReader {

    /** Largest feed in bytes; the rest is left out. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    static final int MAX_ITEMS = 2_000;

    /** Limit for feed discovery in an HTML page; its links are in the head. */
    private static final int MAX_PAGE_CHARS = 1024 * 1024;

    private static final Pattern HTML = Pattern.compile("<(?:!doctype\\s+)?html\\b", Pattern.CASE_INSENSITIVE);

    private final int mostItems;

    /** Creates a reader for polls, which keeps the newest {@value #MAX_ITEMS} items of a feed. */
    public FeedReader() {
        this(MAX_ITEMS);
    }

    /**
     * Creates a reader.
     *
     * @param mostItems newest items to keep of one feed or sitemap
     */
    public FeedReader(int mostItems) {
        this.mostItems = mostItems;
    }

    /**
     * Parses one body.
     *
     * @param contentType the HTTP header's value, if any
     * @param url the feed's own URL, base of relative links
     */
    public FeedReading read(byte[] body, @Nullable String contentType, String url) {
        byte[] unpacked = GzippedBody.unpacked(body, MAX_BYTES);
        byte[] bounded = unpacked.length > MAX_BYTES ? Arrays.copyOf(unpacked, MAX_BYTES) : unpacked;
        Decoded decoded = FeedText.decode(bounded, contentType);
        String text = decoded.text();
        if (text.isBlank()) {
            return new FeedReading.NotAFeed("the body is empty", false, List.of());
        }
        String charset = FeedText.name(decoded.charset());
        Optional<FeedReading> feed = JsonFeed.looksLikeJson(text)
                ? JsonFeed.read(text, url, charset, mostItems).map(FeedReading.Read::new)
                : XmlFeed.read(text, url, charset, mostItems);
        return feed.orElseGet(() -> notAFeed(text, url));
    }

    private static FeedReading notAFeed(String text, String url) {
        if (JsonFeed.looksLikeJson(text)) {
            return new FeedReading.NotAFeed("JSON, but not a JSON Feed", false, List.of());
        }
        String head = text.substring(0, Math.min(text.length(), MAX_PAGE_CHARS));
        List<String> links = new Discovery().feedLinks(Jsoup.parse(head, url));
        boolean page = HTML.matcher(head).find();
        return new FeedReading.NotAFeed(page ? "an HTML page" : "neither a feed nor a page", page, links);
    }
}
