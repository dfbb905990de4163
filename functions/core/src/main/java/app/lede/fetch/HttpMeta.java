package app.lede.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the headers of an answer mean to a reader of news. All knowledge of headers is here; nothing else reads them.
 *
 * @param etag opaque, byte for byte; dropped when longer than {@value #MAX_VALIDATOR} characters
 * @param lastModified opaque, the server's own text; dropped likewise
 * @param contentType as sent, at most {@value #MAX_CONTENT_TYPE} characters
 * @param freshFor how long the publisher says the answer stays good, zero to a year; empty when nothing is said
 * @param retryAfter from the moment of the answer, zero to seven days; empty when absent or garbage
 * @param usage what the publisher says about use of the text
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
        List<WebLink> links) {

    /** The longest wait a Retry-After can ask for. */
    public static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private static final Duration LONGEST_FRESHNESS = Duration.ofDays(365);
    private static final int MAX_VALIDATOR = 1024;
    private static final int MAX_CONTENT_TYPE = 255;

    /** Reads the headers of an answer received at {@code now}. Never fails: what can't be understood is left out. */
    public static HttpMeta of(int status, HttpHeaders headers, Instant now) {
        return new HttpMeta(
                status,
                headers.first("ETag").filter(HttpMeta::isValidator),
                headers.first("Last-Modified").filter(HttpMeta::isValidator),
                headers.first("Content-Type").filter(type -> !type.isBlank() && type.length() <= MAX_CONTENT_TYPE),
                freshFor(headers, now),
                headers.first("Retry-After").flatMap(value -> delay(value.strip(), now)),
                UsageSignals.of(headers),
                WebLink.of(headers));
    }

    /** Validators go back into a header, so no control characters; an empty one validates nothing. */
    private static boolean isValidator(String value) {
        return !value.isBlank()
                && value.length() <= MAX_VALIDATOR
                && value.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    }

    /** RFC 9111: max-age less the answer's age, else Expires less Date; no-cache and no-store are a freshness of zero. */
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
                // Garbage, "0" most of all, means already expired.
                .map(text -> HttpDate.parse(text).map(expiry -> Duration.between(sent, expiry)))
                .map(lifetime -> lifetime.orElse(Duration.ZERO));
    }

    private static Optional<Duration> delay(String value, Instant now) {
        return seconds(value)
                .or(() -> HttpDate.parse(value).map(date -> Duration.between(now, date)))
                .map(wait -> within(wait, LONGEST_WAIT));
    }

    /** Whole seconds; fractions are cut, numbers beyond a long are the longest there is, negative ones are garbage. */
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
