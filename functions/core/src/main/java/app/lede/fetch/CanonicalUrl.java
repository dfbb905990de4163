package app.lede.fetch;

import app.lede.hash.Digest;
import crawlercommons.domains.EffectiveTldFinder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The normalised URL that identifies a page, whatever its spelling in links. Not for fetching: servers may distinguish
 * forms that are equal here.
 *
 * <p>Scheme and host in lower-case ASCII, no default port, no dot segments, uniform percent-encoding, no fragment, no
 * tracking parameters ({@code tracking-parameters.txt}); an AMP cache's copy becomes the original page, a {@link WrappedLink wrapped link} its
 * target. http and https,
 * the order of query parameters and doubled slashes remain significant, since servers may distinguish them.
 *
 * @param value the URL; build it with {@link #of}
 */
public record CanonicalUrl(String value) {

    /** Normalises a URL from a feed, a page or a header; empty unless it is http or https without userinfo. */
    public static Optional<CanonicalUrl> of(String url) {
        return WebUrl.of(url).flatMap(CanonicalUrl::of);
    }

    /** Normalises a parsed URL. */
    public static Optional<CanonicalUrl> of(WebUrl given) {
        WebUrl url = AmpCache.original(WrappedLink.target(given));
        if (!given.userInfo().isEmpty() || !url.userInfo().isEmpty()) {
            return Optional.empty();
        }
        String host =
                url.host().endsWith(".") ? url.host().substring(0, url.host().length() - 1) : url.host();
        String path = PercentEncoding.normalise(url.path());
        String query = TrackingParameters.removedFrom(PercentEncoding.normalise(orEmpty(url.query())));
        WebUrl plain = new WebUrl(url.scheme(), "", host, url.port(), path, query.isEmpty() ? null : query);
        return Optional.of(new CanonicalUrl(plain.toString()));
    }

    /**
     * Returns the key of an entry without a page: the feed's URL with a fragment that identifies the entry.
     *
     * @param identity the entry's identifier within its feed
     */
    public static Optional<CanonicalUrl> ofEntry(String feedUrl, String identity) {
        return of(feedUrl).map(feed -> new CanonicalUrl(feed.value() + "#" + Digest.base32(identity)));
    }

    /** Restores a stored key; normalises any other URL. */
    public static CanonicalUrl ofWritten(String url) {
        return url.indexOf('#') >= 0 ? new CanonicalUrl(url) : of(url).orElseGet(() -> new CanonicalUrl(url));
    }

    /**
     * Returns the URL of a page's {@code rel=canonical} if it is credible: of {@link #isOfSameSite the same site}, and neither
     * the front page, which careless templates declare on every page, nor the page's own path without the parameter that
     * chooses the page.
     *
     * @param declared the attribute as written; may be relative to the page
     */
    public static Optional<CanonicalUrl> declared(String declared, CanonicalUrl pageUrl) {
        if (declared.isBlank()) {
            return Optional.empty();
        }
        return pageUrl.web().resolve(declared).flatMap(CanonicalUrl::of).filter(claim -> pageUrl.accepts(claim));
    }

    /** Returns the host: a name in lower-case ASCII, or an address without brackets. */
    public String host() {
        return web().host();
    }

    /** Returns the registrable domain, or the host itself if it has none (an address, a bare name, a public suffix). */
    public String site() {
        return site(host());
    }

    /** Returns the lower-case hex SHA-256 of {@link #value}. */
    public String sha256() {
        return Digest.hex(value);
    }

    private boolean accepts(CanonicalUrl claim) {
        boolean page = !claim.isRoot() || isRoot();
        return page && isOfSameSite(claim) && !DroppedQuery.isCareless(web(), claim.web());
    }

    /**
     * Tests whether both addresses are one publisher's: of one registrable domain (public suffixes of hosting services
     * included), and on a host that gives each author a path, below the same author's.
     */
    public boolean isOfSameSite(CanonicalUrl other) {
        return site(host()).equals(site(other.host()))
                && SharedHosts.author(web()).equals(SharedHosts.author(other.web()));
    }

    /** Tests for two spellings of one page: they differ in scheme, in {@code www.} or in a slash at the end alone. */
    public boolean isSpelledAs(CanonicalUrl other) {
        return isOfSameSite(other) && target().equals(other.target());
    }

    private String target() {
        WebUrl url = web();
        String path =
                url.path().endsWith("/") ? url.path().substring(0, url.path().length() - 1) : url.path();
        return withoutWww(url.host()) + ":" + path + "?" + orEmpty(url.query());
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    /** Tests whether this is a site's front page. */
    public boolean isRoot() {
        WebUrl url = web();
        return url.path().equals("/") && url.query() == null;
    }

    private static String site(String host) {
        if (HostName.address(host).isPresent()) {
            return host;
        }
        @Nullable String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain == null || SharedHosts.hasNames(domain) ? host : domain;
    }

    private WebUrl web() {
        return WebUrl.of(value).orElseThrow(() -> new IllegalStateException("not built by of(): " + value));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
