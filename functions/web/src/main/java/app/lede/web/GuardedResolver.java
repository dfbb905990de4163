package app.lede.web;

import app.lede.fetch.AddressRules;
import app.lede.fetch.AllowedAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves hosts for the HTTP client and drops blocked addresses; the client calls it for every connection, address
 * literals included. If no address is left, the connection fails. Checked addresses are connected to without a second
 * look-up, so DNS rebinding gains nothing.
 */
final class GuardedResolver implements DnsResolver {

    private final HostLookup lookup;
    private final AddressRules rules;
    private final AllowedAddresses allowed;

    GuardedResolver(HostLookup lookup, AddressRules rules, AllowedAddresses allowed) {
        this.lookup = lookup;
        this.rules = rules;
        this.allowed = allowed;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = allowed.contains(plain(host), port) ? lookup.lookUp(host) : resolve(host);
        return Arrays.stream(addresses)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookup.lookUp(host);
        InetAddress[] open = Arrays.stream(found)
                .filter(address -> rules.verdict(address).allowed())
                .toArray(InetAddress[]::new);
        if (open.length == 0 && found.length > 0) {
            throw new BlockedAddressException(rules.verdict(found[0]).reason() + " " + found[0].getHostAddress());
        }
        return open;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Removes the brackets of an IPv6 literal, which the client passes with or without them. */
    private static String plain(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
