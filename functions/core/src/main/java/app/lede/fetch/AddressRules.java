package app.lede.fetch;

import app.lede.text.Table;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Guards against server-side request forgery (SSRF): only public addresses may be fetched, on the web's ports. Pure; a
 * client checks every URL before it resolves the name, and every address before it connects.
 *
 * <p>IPv4 is allowed outside the special-purpose ranges ({@code special-purpose-ranges.txt}), IPv6 only inside 2000::/3
 * and outside them. IPv4-mapped addresses are checked as IPv4. Tunnelling addresses (NAT64, 6to4, Teredo) are refused,
 * since they can embed a private address and nothing public is reachable only through them.
 *
 * <p>Thread safe; immutable.
 */
public final class AddressRules {

    private static final int MAPPED_PREFIX = 12;
    private static final Set<Integer> WEB_PORTS = Set.of(80, 443);

    private final List<AddressRange> ranges = Table.lines(AddressRules.class, "special-purpose-ranges.txt").stream()
            .map(AddressRange::parse)
            .toList();
    private final List<String> specialNames = Table.lines(AddressRules.class, "special-use-names.txt");

    /** Verdict on a fetch, with a short reason for logs. */
    public record Verdict(boolean allowed, String reason) {

        static Verdict allow(String reason) {
            return new Verdict(true, reason);
        }

        static Verdict block(String reason) {
            return new Verdict(false, reason);
        }
    }

    /** Checks one address. */
    public Verdict verdict(InetAddress address) {
        byte[] bytes = unmapped(address.getAddress());
        Optional<AddressRange> special =
                ranges.stream().filter(range -> range.contains(bytes)).findFirst();
        if (special.isPresent()) {
            return Verdict.block(special.get().reason() + " address");
        }
        boolean globalUnicast = bytes.length == 4 || (bytes[0] & 0xe0) == 0x20;
        return globalUnicast ? Verdict.allow("public address") : Verdict.block("outside global unicast");
    }

    /**
     * Checks a URL or an address without resolving names. An allowed name must still pass {@link #verdict(InetAddress)}
     * with every address it resolves to.
     */
    public Verdict verdict(String urlOrAddress) {
        String text = urlOrAddress.strip();
        int zone = text.indexOf('%');
        boolean zoned = zone > 0 && text.indexOf(':') >= 0 && text.indexOf('/') < 0;
        Optional<InetAddress> address = HostName.address(zoned ? text.substring(0, zone) : text);
        if (address.isPresent()) {
            return verdict(address.get());
        }
        return WebUrl.of(text).map(this::verdict).orElseGet(() -> Verdict.block("not an http or https URL"));
    }

    private Verdict verdict(WebUrl url) {
        Verdict form = form(url, AllowedAddresses.NONE);
        return form.allowed() ? url.address().map(this::verdict).orElse(form) : form;
    }

    /**
     * Checks a URL without its address: no userinfo, a web port, a public host name. Entries of {@code allowed} may
     * have any port and name.
     */
    public Verdict form(WebUrl url, AllowedAddresses allowed) {
        if (!url.userInfo().isEmpty()) {
            return Verdict.block("user name or password in the URL");
        }
        if (allowed.contains(url.host(), url.port())) {
            return Verdict.allow("allowed by configuration");
        }
        if (!WEB_PORTS.contains(url.port())) {
            return Verdict.block("port " + url.port());
        }
        return url.address().isPresent() ? Verdict.allow("literal address") : name(url.host());
    }

    private Verdict name(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.indexOf('.') < 0) {
            return Verdict.block("name without a domain");
        }
        boolean special = specialNames.stream().anyMatch(suffix -> name.equals(suffix) || name.endsWith("." + suffix));
        return special
                ? Verdict.block("special-use name")
                : Verdict.allow("public name, addresses judged when resolved");
    }

    /**
     * Returns the four bytes of ::ffff:a.b.c.d, any other address unchanged; the JDK unwraps most of these but not all.
     */
    private static byte[] unmapped(byte[] address) {
        boolean mapped = address.length == 16
                && address[10] == -1
                && address[11] == -1
                && Arrays.equals(address, 0, 10, new byte[10], 0, 10);
        return mapped ? Arrays.copyOfRange(address, MAPPED_PREFIX, 16) : address;
    }
}
