package app.lede.fetch;

import app.lede.rights.Evidence;
import app.lede.rights.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parsed response headers. No other class interprets headers.
 *
 * @param etag opaque, byte for byte; dropped when longer than {@value #MAX_VALIDATOR} characters
 * @param lastModified opaque, the server's own text; dropped likewise
 * @param contentType as sent, at most {@value #MAX_CONTENT_TYPE} characters
 * @param freshFor freshness lifetime, zero to a year; empty if not stated
 * @param retryAfter relative to the time of the answer, zero to seven days; empty if absent or invalid
 * @param usage the publisher's signals on use of the text
 * @param rights statements of Content-Usage and Content-Signal
 * @param price what the page costs a crawler, of the crawler-price of a 402; at most {@value #MAX_PRICE} characters
 * @param links from Link headers
 */
public record HttpMeta(
        int status,
        Optional<String> etag,
        Optional<String> lastModified,
        Optional<String> contentType,
        Optional<Duration> freshFor,
        Optional<Duration> retryAfter,
        UsageSignals usage,
        List<Evidence> rights,
        Optional<String> price,
        List<WebLink> links) {

    /** Maximum wait taken from Retry-After. */
    public static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private static final Duration LONGEST_FRESHNESS = Duration.ofDays(365);
    private static final int MAX_VALIDATOR = 1024;
    private static final int MAX_CONTENT_TYPE = 255;
    private static final int MAX_PRICE = 40;

    /** Parses the headers of a response received at {@code now}. Never fails; invalid values are dropped. */
    public static HttpMeta of(int status, HttpHeaders headers, Instant now) {
        return new HttpMeta(
                status,
                headers.first("ETag").filter(HttpMeta::isValidator),
                headers.first("Last-Modified").filter(HttpMeta::isValidator),
                headers.first("Content-Type").filter(type -> !type.isBlank() && type.length() <= MAX_CONTENT_TYPE),
                freshFor(headers, now),
                headers.first("Retry-After").flatMap(value -> delay(value.strip(), now)),
                UsageSignals.of(headers),
                rights(headers, now),
                headers.first("crawler-price").map(String::strip).filter(price -> price.length() <= MAX_PRICE),
                WebLink.of(headers));
    }

    private static List<Evidence> rights(HttpHeaders headers, Instant now) {
        return Stream.of(Signal.CONTENT_USAGE, Signal.CONTENT_SIGNAL)
                .filter(signal -> headers.first(signal.label()).isPresent())
                .map(signal -> new Evidence(signal, "header", String.join(", ", headers.all(signal.label())), now))
                .toList();
    }

    /** Tests for a usable validator: not empty, no control characters, since it is sent back in a header. */
    private static boolean isValidator(String value) {
        return !value.isBlank()
                && value.length() <= MAX_VALIDATOR
                && value.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }

    /** Returns max-age less the response's age, else Expires less Date (RFC 9111); zero for no-cache and no-store. */
    private static Optional<Duration> freshFor(HttpHeaders headers, Instant now) {
        Optional<Duration> age = headers.first("Age").flatMap(HttpMeta::seconds);
        Optional<Duration> maxAge = Optional.empty();
        for (String element : headers.elements("Cache-Control").toList()) {
            String directive = element.toLowerCase(Locale.ROOT);
            if (directive.equals("no-store") || directive.equals("no-cache")) {
                return Optional.of(Duration.ZERO);
            }
            if (directive.startsWith("max-age=") && maxAge.isEmpty()) {
                maxAge = seconds(directive.substring("max-age=".length()).replace("\"", ""));
            }
        }
        return maxAge.map(lifetime -> lifetime.minus(age.orElse(Duration.ZERO)))
                .or(() -> untilExpiry(headers, now))
                .map(lifetime -> within(lifetime, LONGEST_FRESHNESS));
    }

    private static Optional<Duration> untilExpiry(HttpHeaders headers, Instant now) {
        Instant sent = headers.first("Date").flatMap(HttpDate::parse).orElse(now);
        return headers.first("Expires")
                // An invalid date, "0" above all, means already expired.
                .map(text -> HttpDate.parse(text).map(expiry -> Duration.between(sent, expiry)))
                .map(lifetime -> lifetime.orElse(Duration.ZERO));
    }

    private static Optional<Duration> delay(String value, Instant now) {
        return seconds(value)
                .or(() -> HttpDate.parse(value).map(date -> Duration.between(now, date)))
                .map(wait -> within(wait, LONGEST_WAIT));
    }

    /** Parses whole seconds: truncates fractions, saturates at {@link Long#MAX_VALUE}, rejects negative numbers. */
    private static Optional<Duration> seconds(String text) {
        String digits = text.strip().replaceFirst("\\.[0-9]{0,9}$", "");
        if (digits.isEmpty() || digits.length() > 100 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(digits.length() > 10 ? LONGEST_FRESHNESS : Duration.ofSeconds(Long.parseLong(digits)));
    }

    private static Duration within(Duration value, Duration longest) {
        if (value.isNegative()) {
            return Duration.ZERO;
        }
        return value.compareTo(longest) > 0 ? longest : value;
    }
}
