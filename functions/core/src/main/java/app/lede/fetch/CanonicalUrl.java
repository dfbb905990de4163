package app.lede.fetch;

import app.lede.hash.Digest;
import crawlercommons.domains.EffectiveTldFinder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The key under which a page is known, whoever linked to it and however the link was spelled. Not for fetching: servers may
 * care about what is normalised here.
 *
 * <p>Scheme and host in lower-case ASCII, no default port, no dot segments, percent-encoding in one spelling, no fragment, no
 * tracking parameters ({@code tracking-parameters.txt}); the page itself where a search engine's copy is given. http and https, other orders of the query and doubled slashes stay
 * different keys, since servers may tell them apart.
 *
 * @param value the URL; build it with {@link #of}
 */
public record CanonicalUrl(String value) {

    /** The key of a URL as found in a feed, a page or a header; empty for what isn't http or https, or carries userinfo. */
    public static Optional<CanonicalUrl> of(String url) {
        return WebUrl.of(url).flatMap(CanonicalUrl::of);
    }

    /** The key of a URL already read. */
    public static Optional<CanonicalUrl> of(WebUrl given) {
        WebUrl url = AmpCache.original(given);
        if (!url.userInfo().isEmpty()) {
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
     * The key of an entry that has no page of its own: the feed's, with the entry's mark as its fragment.
     *
     * @param identity what tells the entry from others of its feed
     */
    public static Optional<CanonicalUrl> ofEntry(String feedUrl, String identity) {
        return of(feedUrl).map(feed -> new CanonicalUrl(feed.value() + "#" + Digest.base32(identity)));
    }

    /** A key that was written down, or the key of any other URL. */
    public static CanonicalUrl ofWritten(String url) {
        return url.indexOf('#') >= 0 ? new CanonicalUrl(url) : of(url).orElseGet(() -> new CanonicalUrl(url));
    }

    /**
     * The URL a page's {@code rel=canonical} stands for, when it may be believed: it lies within the page's own registrable
     * domain (a hosted blog's is the blog's, not the host's), and isn't the front page, which careless templates declare on
     * every page.
     *
     * @param declared the attribute as written; may be relative to the page
     */
    public static Optional<CanonicalUrl> declared(String declared, CanonicalUrl pageUrl) {
        if (declared.isBlank()) {
            return Optional.empty();
        }
        return pageUrl.web().resolve(declared).flatMap(CanonicalUrl::of).filter(claim -> pageUrl.accepts(claim));
    }

    /** The host: a name in lower-case ASCII, or an address without brackets. */
    public String host() {
        return web().host();
    }

    /** Lower-case hex of the SHA-256 of {@link #value}. */
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private boolean accepts(CanonicalUrl claim) {
        boolean sameSite = site(claim.host()).equals(site(host()));
        return sameSite && (!claim.isRoot() || isRoot());
    }

    /** Whether this is a site's front page. */
    public boolean isRoot() {
        WebUrl url = web();
        return url.path().equals("/") && url.query() == null;
    }

    /** The registrable domain, or the host itself where there is none (an address, a bare name, a public suffix). */
    private static String site(String host) {
        if (HostName.address(host).isPresent()) {
            return host;
        }
        @Nullable String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain == null ? host : domain;
    }

    private WebUrl web() {
        return WebUrl.of(value).orElseThrow(() -> new IllegalStateException("not built by of(): " + value));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
