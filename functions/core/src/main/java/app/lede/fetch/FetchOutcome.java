package app.lede.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Result of requesting one URL. A {@link Fetcher} returns one of these for anything a server, a name server or the
 * network does, and does not throw.
 */
public sealed interface FetchOutcome {

    /**
     * A complete, decompressed body.
     *
     * @param requested the URL requested
     * @param url the final URL, after {@code redirects}
     * @param body read-only; not copied, since it may have 10 MB
     */
    @SuppressWarnings("ArrayRecordComponent") // bodies are large, handed on once and never compared
    record Fetched(URI requested, URI url, List<Redirect> redirects, byte[] body, HttpMeta meta)
            implements FetchOutcome {

        public Fetched {
            redirects = List.copyOf(redirects);
        }
    }

    /** 304 Not Modified. Validators may be missing from {@code meta}; keep the previous ones then. */
    record NotModified(URI requested, URI url, List<Redirect> redirects, HttpMeta meta) implements FetchOutcome {

        public NotModified {
            redirects = List.copyOf(redirects);
        }
    }

    /**
     * A redirect that the request may not follow; the target was not requested.
     *
     * @param redirects all of them; the last is not followed yet, see {@link FetchRequest#after}
     */
    record Moved(URI requested, List<Redirect> redirects) implements FetchOutcome {

        public Moved {
            redirects = List.copyOf(redirects);
        }
    }

    /** 410 Gone: removed permanently; do not request it again. */
    record Gone(URI url, int status) implements FetchOutcome {}

    /** Refused by the server: 401, 403, 404, 451 and other 4xx, or an invalid 3xx. */
    record Refused(URI url, int status, String detail) implements FetchOutcome {}

    /**
     * Refused by our guard: a private address, another scheme or port, userinfo, a downgrade, a loop, too many
     * redirects.
     */
    record Blocked(String url, String reason) implements FetchOutcome {}

    /** Larger than the limits for bytes received, inflated bytes, or their ratio. */
    record TooLarge(URI url, String detail) implements FetchOutcome {}

    /**
     * Asked to retry later: 429 for the whole host; 408, 425 and 5xx for this URL.
     *
     * @param url the URL that answered; after a redirect its host may differ from the request's
     * @param notBefore from Retry-After, at most seven days ahead, or a default
     */
    record Later(URI url, Hold hold, Instant notBefore, int status) implements FetchOutcome {}

    /** No usable answer. */
    record Failed(URI url, Failure failure, String detail) implements FetchOutcome {}

    /** One redirect: the URL that answered, its status (301 and 308 are permanent) and its target. */
    record Redirect(URI from, int status, URI target) {

        /** Tests whether a form is resent unchanged (RFC 9110, 15.4.8 and 15.4.9). */
        public boolean keepsMethod() {
            return status == 307 || status == 308;
        }

        /** Tests whether the old URL should no longer be used. */
        public boolean isPermanent() {
            return status == 301 || status == 308;
        }
    }

    /** The scope of a {@link Later}. */
    enum Hold {
        HOST,
        URL
    }

    /** Cause of a {@link Failed}. Names are stored in records and logs; add, don't rename. */
    enum Failure {
        /** The name has no address, or the look-up failed. */
        DNS,
        /** Connection refused, host unreachable, or connection closed before an answer. */
        CONNECT,
        /** The handshake failed: certificate, protocol, or no TLS. */
        TLS,
        /** Connecting, one read, or the whole request timed out. */
        TIMEOUT,
        /** Invalid HTTP: malformed chunks, too many headers, 304 to an unconditional request. */
        PROTOCOL,
        /** The body ended early. */
        TRUNCATED,
        /** A content encoding that was not requested, or corrupt. */
        ENCODING;

        /** Returns the name in records and logs. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
