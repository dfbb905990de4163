package app.lede.web;

import java.time.Duration;

/**
 * Limits on time and size of a fetch.
 *
 * @param connect for reaching one address
 * @param socket of silence on an open connection, the TLS handshake included
 * @param total for one request with all its redirects, enforced by cutting the connection
 * @param bytesIn of a body as sent
 * @param bytesOut of a body after inflating
 * @param ratio of inflated to sent bytes, once a body has inflated to {@link #ratioFrom}
 * @param ratioFrom inflated bytes below which any ratio will do: short repetitive pages are innocent
 * @param redirects followed for one request
 * @param headers of one answer
 * @param headerLine characters in one header line; content security policies of 8,000 exist
 */
public record FetchLimits(
        Duration connect,
        Duration socket,
        Duration total,
        int bytesIn,
        int bytesOut,
        int ratio,
        int ratioFrom,
        int redirects,
        int headers,
        int headerLine) {

    private static final int MEGABYTE = 1 << 20;

    /** The defaults, as measured for the design. */
    public static final FetchLimits DEFAULTS = new FetchLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            5 * MEGABYTE,
            10 * MEGABYTE,
            100,
            MEGABYTE,
            5,
            150,
            16_384);
}
