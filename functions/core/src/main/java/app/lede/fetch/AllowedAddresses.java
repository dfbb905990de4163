package app.lede.fetch;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Exact hosts and ports exempt from the guard although private: a publisher's server in tests and in the local stack.
 * Empty when deployed.
 *
 * @param entries matched against the URL's host, never against resolved addresses
 */
public record AllowedAddresses(Set<HostPort> entries) {

    /** No exemptions. */
    public static final AllowedAddresses NONE = new AllowedAddresses(Set.of());

    public AllowedAddresses {
        entries = Set.copyOf(entries);
    }

    /**
     * Parses {@code 127.0.0.1:8080,[::1]:8080,blog.test:80}; an empty text is {@link #NONE}.
     *
     * @throws IllegalArgumentException if an entry lacks its host or port; a guess could open the guard
     */
    public static AllowedAddresses parse(String text) {
        return new AllowedAddresses(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(HostPort::parse)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Tests whether a canonical host ({@link WebUrl#host}) is exempt on this port. */
    public boolean contains(String host, int port) {
        return entries.contains(new HostPort(host, port));
    }
}
