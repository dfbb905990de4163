package app.lede.fetch;

import java.util.Optional;

/**
 * A host and port.
 *
 * @param host canonical as in {@link WebUrl#host}: a name in lower-case ASCII or an address without brackets
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {

    /** Parses {@code host:port}, IPv6 in brackets; throws {@link IllegalArgumentException} if either is missing. */
    public static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean written = colon > text.lastIndexOf(']') && colon + 1 < text.length() && text.indexOf('/') < 0;
        Optional<WebUrl> url = written ? WebUrl.of("http://" + text) : Optional.empty();
        return url.filter(u -> u.userInfo().isEmpty())
                .map(u -> new HostPort(u.host(), u.port()))
                .orElseThrow(() -> new IllegalArgumentException("expected host:port, got \"" + text + "\""));
    }

    /** Returns the form that {@link #parse} reads. */
    public String written() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
