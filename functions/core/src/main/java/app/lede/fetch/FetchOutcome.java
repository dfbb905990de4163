package app.lede.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * How asking for one URL ended. Every ordinary end of a request is one of these; a {@link Fetcher} doesn't throw for what a
 * server, a name server or a network did.
 */
public sealed interface FetchOutcome {

    /**
     * A whole body, decompressed.
     *
     * @param requested what was asked for
     * @param url where it was found, after {@code redirects}
     * @param body to be treated as read-only; not copied, since it may have 10 MB
     */
    @SuppressWarnings("ArrayRecordComponent") // bodies are large, handed on once and never compared
    record Fetched(URI requested, URI url, List<Redirect> redirects, byte[] body, HttpMeta meta)
            implements FetchOutcome {

        public Fetched {
            redirects = List.copyOf(redirects);
        }
    }

    /** 304: what the caller has is still right. Validators may be missing from {@code meta}; keep the old ones then. */
    record NotModified(URI requested, URI url, List<Redirect> redirects, HttpMeta meta) implements FetchOutcome {

        public NotModified {
            redirects = List.copyOf(redirects);
        }
    }

    /**
     * A redirect to where the request may not follow by itself; nothing was asked there.
     *
     * @param redirects all of them, the last one not taken yet: see {@link FetchRequest#after}
     */
    record Moved(URI requested, List<Redirect> redirects) implements FetchOutcome {

        public Moved {
            redirects = List.copyOf(redirects);
        }
    }

    /** 410: taken away for good; don't ask again. */
    record Gone(URI url, int status) implements FetchOutcome {}

    /** The server answered and won't give it: 401, 403, 404, 451 and every other 4xx, or a 3xx that leads nowhere. */
    record Refused(URI url, int status, String detail) implements FetchOutcome {}

    /** Our guard said no: a private address, another scheme or port, userinfo, a downgrade, a loop, too many redirects. */
    record Blocked(String url, String reason) implements FetchOutcome {}

    /** More bytes than we take, on the wire, after inflating, or by ratio. */
    record TooLarge(URI url, String detail) implements FetchOutcome {}

    /**
     * The server asks for time: 429 for its whole host, 408, 425 and 5xx for this URL.
     *
     * @param url the one that answered, which after a redirect is on another host than the request's
     * @param notBefore from Retry-After, at most seven days ahead, or a default
     */
    record Later(URI url, Hold hold, Instant notBefore, int status) implements FetchOutcome {}

    /** No usable answer. */
    record Failed(URI url, Failure failure, String detail) implements FetchOutcome {}

    /** One hop: the URL that answered, its status (301 and 308 are permanent) and where it pointed. */
    record Redirect(URI from, int status, URI target) {

        /** Whether a form is to be sent again as it is (RFC 9110, 15.4.8 and 15.4.9). */
        public boolean keepsMethod() {
            return status == 307 || status == 308;
        }

        /** Whether the server says never to use the old URL again. */
        public boolean isPermanent() {
            return status == 301 || status == 308;
        }
    }

    /** How much a server wants left alone. */
    enum Hold {
        HOST,
        URL
    }

    /** What broke. Names are kept in records and logs; add, don't rename. */
    enum Failure {
        /** The name has no address, or nobody would say. */
        DNS,
        /** Refused, unreachable, or cut before an answer. */
        CONNECT,
        /** No handshake: certificate, protocol, or a server that doesn't speak TLS. */
        TLS,
        /** Connecting, one read, or the whole took too long. */
        TIMEOUT,
        /** Not HTTP, or HTTP that contradicts itself: malformed chunks, floods of headers, 304 to an unconditional request. */
        PROTOCOL,
        /** The body ended before it was whole. */
        TRUNCATED,
        /** A content encoding that wasn't asked for, or isn't what it says. */
        ENCODING
    }
}
