package app.lede.fetch;

import app.lede.text.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves addresses of AMP caches and viewers to the page they show a copy of. Only the hosts of {@code amp-caches.txt} are
 * trusted to name it.
 */
final class AmpCache {

    private static final List<String> LINES = Table.lines(AmpCache.class, "amp-caches.txt");
    private static final HostList CACHES = HostList.marked("cache ", LINES);
    private static final HostList VIEWERS = HostList.marked("viewer ", LINES);
    private static final Pattern COPY = Pattern.compile("/[cv]/(s/)?([^/]+\\..*)");
    private static final Pattern VIEWED = Pattern.compile("/amp/(s/)?([^/]+\\..*)");

    private AmpCache() {}

    /** Returns the page that a copy shows; any other URL is returned as it is. */
    static WebUrl original(WebUrl url) {
        return copied(url, CACHES, url.host(), COPY)
                .or(() -> copied(url, VIEWERS, withoutWww(url.host()), VIEWED))
                .map(AmpCache::original)
                .orElse(url);
    }

    private static Optional<WebUrl> copied(WebUrl url, HostList hosts, String host, Pattern paths) {
        Matcher path = paths.matcher(url.path());
        if (!hosts.contains(host) || !path.matches()) {
            return Optional.empty();
        }
        String scheme = path.group(1) == null ? "http://" : "https://";
        return WebUrl.of(scheme + path.group(2) + (url.query() == null ? "" : "?" + url.query()));
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }
}
