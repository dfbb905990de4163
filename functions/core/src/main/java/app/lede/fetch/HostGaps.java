package app.lede.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The minimum gap between two requests to a host.
 *
 * @param usual gap for hosts without their own
 * @param own gaps by host, as in {@link #host}
 */
public record HostGaps(Duration usual, Map<String, Duration> own) {

    public HostGaps {
        own = Map.copyOf(own);
    }

    /**
     * Parses the settings.
     *
     * @param usualSeconds a number of seconds, fractions allowed
     * @param own {@code host:port=seconds,…}, may be blank
     * @throws IllegalArgumentException if either is not of the form
     */
    public static HostGaps of(String usualSeconds, String own) {
        Map<String, Duration> gaps = new HashMap<>();
        for (String setting : own.split(",", -1)) {
            int equals = setting.lastIndexOf('=');
            if (equals > 0) {
                gaps.put(setting.substring(0, equals).strip(), seconds(setting.substring(equals + 1)));
            } else if (!setting.isBlank()) {
                throw new IllegalArgumentException("expected host=seconds, found: " + setting);
            }
        }
        return new HostGaps(seconds(usualSeconds), gaps);
    }

    public Duration of(String host) {
        return own.getOrDefault(host, usual);
    }

    /** Returns the time from one request to a host until the next is let in, unless the host asks for more. */
    public Duration turn(String host) {
        return HostGate.step(of(host));
    }

    /** Returns the lower-case host of a URL, with its port if the URL has one. */
    public static String host(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        return url.getPort() < 0 ? host : host + ":" + url.getPort();
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text.strip()) * 1000));
    }
}
