package app.lede.fetch;

import app.lede.text.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hosts that many authors share ({@code shared-hosts.txt}), such as medium.com and substack.com. */
final class SharedHosts {

    private static final String NAMES = " names";
    private static final List<String> LINES = Table.lines(SharedHosts.class, "shared-hosts.txt");

    private static final Set<String> NAMED = LINES.stream()
            .filter(line -> line.endsWith(NAMES))
            .map(line -> line.substring(0, line.length() - NAMES.length()))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Integer> SEGMENTS = LINES.stream()
            .filter(line -> !line.endsWith(NAMES))
            .collect(Collectors.toUnmodifiableMap(
                    line -> line.substring(0, line.indexOf(' ')),
                    line -> Integer.parseInt(line.substring(line.indexOf(' ') + 1))));

    /** Names of hosts that show the pages of the host without them. */
    private static final Pattern VARIANT = Pattern.compile("(?:www|m|mobile|old|new|amp|touch)\\.(?=.*\\.)");

    /** Path-style addresses of Amazon S3: the bucket is the first segment. */
    private static final Pattern BUCKETS = Pattern.compile("s3[.-](?:[a-z0-9.-]+\\.)?amazonaws\\.com");

    private SharedHosts() {}

    /** Tests whether each name below a domain belongs to another author. */
    static boolean hasNames(String domain) {
        return NAMED.contains(domain);
    }

    /**
     * Returns the part of a path that names its author, empty where the host is one author's. A tilde begins the name of an
     * author on any host.
     */
    static String author(WebUrl url) {
        int segments = url.path().startsWith("/~") ? 1 : segments(url.host());
        int end = 0;
        for (int i = 0; i < segments && end >= 0; i++) {
            end = url.path().indexOf('/', end + 1);
        }
        return end < 0 ? url.path() : url.path().substring(0, end);
    }

    private static int segments(String host) {
        Integer listed = SEGMENTS.get(VARIANT.matcher(host).replaceFirst(""));
        return listed != null ? listed : BUCKETS.matcher(host).matches() ? 1 : 0;
    }
}
