package app.lede.fetch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps copies of AMP pages in search engines' caches to the original page. */
final class AmpCache {

    private static final Pattern CACHES = Pattern.compile("(?:.+\\.)?(?:cdn\\.ampproject\\.org|bing-amp\\.com)");
    private static final Pattern COPY = Pattern.compile("/[cv]/(s/)?([^/]+\\..*)");
    private static final Pattern GOOGLE = Pattern.compile("(?:www\\.)?google\\.[a-z]{2,3}(?:\\.[a-z]{2})?");
    private static final Pattern VIEWER = Pattern.compile("/amp/(s/)?([^/]+\\..*)");

    private AmpCache() {}

    /** Returns the original of a cached copy; any other URL unchanged. */
    static WebUrl original(WebUrl url) {
        return copied(url, CACHES, COPY)
                .or(() -> copied(url, GOOGLE, VIEWER))
                .map(AmpCache::original)
                .orElse(url);
    }

    private static Optional<WebUrl> copied(WebUrl url, Pattern hosts, Pattern paths) {
        Matcher path = paths.matcher(url.path());
        if (!hosts.matcher(url.host()).matches() || !path.matches()) {
            return Optional.empty();
        }
        String scheme = path.group(1) == null ? "http://" : "https://";
        return WebUrl.of(scheme + path.group(2) + (url.query() == null ? "" : "?" + url.query()));
    }
}
