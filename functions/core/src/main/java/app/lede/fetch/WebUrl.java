package app.lede.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An http or https URL parsed as browsers do: tolerates spaces, non-ASCII letters, back slashes and unusual host
 * notations; drops the fragment. Use it to fetch; use {@link CanonicalUrl} to compare.
 *
 * <p>The path starts with a slash and has no dot segments. The host is canonical ({@code 0x7f.1} becomes 127.0.0.1,
 * IPv6 without brackets). Path and query keep their encoding, plus the encoding RFC 3986 requires.
 *
 * @param userInfo the part before {@code @}, or empty; fetchers refuse it
 * @param port the port to connect to; the scheme's default if not written
 * @param query without its question mark; null if absent
 */
public record WebUrl(
        String scheme,
        String userInfo,
        String host,
        int port,
        String path,
        @Nullable String query) {

    /** Maximum length, about where browsers and servers give up. */
    public static final int MAX_LENGTH = 8192;

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Parses an absolute URL; empty if it is invalid or neither http nor https. */
    public static Optional<WebUrl> of(String url) {
        String text = cleaned(url);
        int colon = text.indexOf(':');
        if (colon < 0 || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        int start = colon + 1;
        while (start < text.length() && isSlash(text.charAt(start))) {
            start++;
        }
        int end = endOf(text, start, "/\\?#");
        return withAuthority(scheme, text.substring(start, end), text.substring(end));
    }

    /** Resolves a link on this page; empty unless the result is a web URL. */
    public Optional<WebUrl> resolve(String reference) {
        String text = cleaned(reference);
        if (hasScheme(text)) {
            return of(text);
        }
        if (text.length() > 1 && isSlash(text.charAt(0)) && isSlash(text.charAt(1))) {
            return of(scheme + ":" + text);
        }
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.of(this);
        }
        if (text.startsWith("?")) {
            return Optional.of(withTarget(path + text));
        }
        String folder = isSlash(text.charAt(0)) ? "" : path.substring(0, path.lastIndexOf('/') + 1);
        return text.length() > MAX_LENGTH ? Optional.empty() : Optional.of(withTarget(folder + text));
    }

    /** Returns this URL as a {@link URI}; never fails. */
    public URI uri() {
        return URI.create(toString());
    }

    /** Returns the address if the host is a literal one; empty for a name. */
    public Optional<InetAddress> address() {
        return HostName.address(host);
    }

    /** Returns scheme, host and port; omits the scheme's default port. */
    public String origin() {
        return scheme + "://" + authority();
    }

    /** Returns host and port; omits the scheme's default port. */
    public String authority() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return name + (port == defaultPort(scheme) ? "" : ":" + port);
    }

    /** Returns the URL without its userinfo. */
    @Override
    public String toString() {
        return origin() + path + (query == null ? "" : "?" + query);
    }

    private static Optional<WebUrl> withAuthority(String scheme, String authority, String target) {
        int at = authority.lastIndexOf('@');
        String server = authority.substring(at + 1);
        int colon = server.lastIndexOf(':');
        boolean hasPort = colon > server.lastIndexOf(']');
        int port = hasPort ? port(server.substring(colon + 1), scheme) : defaultPort(scheme);
        if (port <= 0) {
            return Optional.empty();
        }
        return HostName.parse(hasPort ? server.substring(0, colon) : server)
                .map(host -> new WebUrl(scheme, at < 0 ? "" : authority.substring(0, at), host, port, "/", null)
                        .withTarget(target));
    }

    /** Returns this URL with another path and query. */
    private WebUrl withTarget(String target) {
        String visible = target.substring(0, endOf(target, 0, "#"));
        int mark = endOf(visible, 0, "?");
        String rawPath = visible.substring(0, mark).replace('\\', '/');
        String rawQuery = mark < visible.length() ? visible.substring(mark + 1) : null;
        return new WebUrl(
                scheme,
                userInfo,
                host,
                port,
                PercentEncoding.ofPath(withoutDotSegments(rawPath)),
                rawQuery == null ? null : PercentEncoding.ofQuery(rawQuery));
    }

    private static String withoutDotSegments(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String plain = segments[i].replace("%2e", ".").replace("%2E", ".");
            boolean dots = plain.equals(".") || plain.equals("..");
            if (plain.equals("..") && !kept.isEmpty()) {
                kept.removeLast();
            }
            if (!dots) {
                kept.add(segments[i]);
            } else if (i == segments.length - 1) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }

    /** Strips surrounding control characters and spaces, and all tabs and line breaks (WHATWG URL). */
    private static String cleaned(String url) {
        int start = 0;
        int end = url.length();
        while (start < end && url.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && url.charAt(end - 1) <= ' ') {
            end--;
        }
        String trimmed = url.substring(start, end);
        return trimmed.replace("\t", "").replace("\n", "").replace("\r", "");
    }

    private static boolean hasScheme(String text) {
        int end = endOf(text, 0, ":/\\?#");
        return end > 0
                && end < text.length()
                && text.charAt(end) == ':'
                && text.substring(0, end)
                        .chars()
                        .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0));
    }

    private static int port(String digits, String scheme) {
        if (digits.isEmpty()) {
            return defaultPort(scheme);
        }
        boolean plain = digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = plain ? Integer.parseInt(digits) : 0;
        return port <= 65_535 ? port : 0;
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    }

    private static int endOf(String text, int from, String stops) {
        int i = from;
        while (i < text.length() && stops.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
