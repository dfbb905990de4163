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
 * The one fence: the client asks it for every host it connects to, literal addresses too, and connects to what it answers.
 * Addresses that the rules block are left out; when none is left, the connection is never made. There is no second
 * look-up between the judgement and the connection, so a name server that changes its answer gains nothing.
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

    /** An IPv6 literal reaches the client's hook with or without brackets. */
    private static String plain(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
