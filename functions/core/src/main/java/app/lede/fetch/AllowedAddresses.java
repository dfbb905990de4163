package app.lede.fetch;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exact hosts with ports that the guard lets through though they are private: a publisher's server in tests and in the local
 * stack. Empty when deployed.
 *
 * @param entries matched against the URL as written, never against what a name resolves to
 */
public record AllowedAddresses(Set<HostPort> entries) {

    /** Nothing private. */
    public static final AllowedAddresses NONE = new AllowedAddresses(Set.of());

    public AllowedAddresses {
        entries = Set.copyOf(entries);
    }

    /**
     * Reads {@code 127.0.0.1:8080,[::1]:8080,blog.test:80}; an empty text is {@link #NONE}.
     *
     * @throws IllegalArgumentException naming the entry that has no host or no port, since guessing would open the guard
     */
    public static AllowedAddresses parse(String text) {
        return new AllowedAddresses(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(HostPort::parse)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a canonical host ({@link WebUrl#host}) is let through on this port. */
    public boolean contains(String host, int port) {
        return entries.contains(new HostPort(host, port));
    }
}
