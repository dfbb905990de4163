package app.lede.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Canonicalises the host of a URL: an IP address in any notation becomes dotted decimal or IPv6 text, a name becomes
 * lower-case ASCII. Never resolves names.
 *
 * <p>Follows the WHATWG URL standard's host parser, so that {@code 0x7f.1} becomes 127.0.0.1 here rather than later in
 * a resolver. International names are mapped by IDNA 2003, the version in the JDK.
 */
final class HostName {

    private static final int MAX_NAME = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63}){0,126}\\.?");
    private static final Pattern ADDRESS_TEXT = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private HostName() {}

    /** Canonicalises a host, IPv6 in brackets; empty if no browser would accept it. */
    static Optional<String> parse(String raw) {
        if (raw.startsWith("[")) {
            return raw.endsWith("]")
                    ? ipv6(raw.substring(1, raw.length() - 1)).map(InetAddress::getHostAddress)
                    : Optional.empty();
        }
        return ascii(PercentEncoding.decode(raw)).flatMap(name -> endsInNumber(name) ? ipv4(name) : Optional.of(name));
    }

    /** Returns the address of a canonical host; empty for a name. */
    static Optional<InetAddress> address(String host) {
        if (host.indexOf(':') >= 0) {
            return ipv6(host);
        }
        return endsInNumber(host) && ipv4(host).isPresent() ? literal(host) : Optional.empty();
    }

    /** Tests whether the last label is a number; such a host is an IPv4 address or invalid. */
    private static boolean endsInNumber(String name) {
        String trimmed = withoutTrailingDot(name);
        return NUMBER.matcher(trimmed.substring(trimmed.lastIndexOf('.') + 1)).matches();
    }

    private static Optional<String> ascii(String text) {
        if (text.isEmpty() || text.length() > MAX_NAME + 1) {
            return Optional.empty();
        }
        try {
            String name = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ipv4(String name) {
        List<String> parts = Arrays.asList(withoutTrailingDot(name).split("\\.", -1));
        if (parts.size() > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            long value = number(parts.get(i));
            long limit = last ? 1L << (8 * (4 - i)) : 256;
            if (value < 0 || value >= limit) {
                return Optional.empty();
            }
            address += last ? value : value << (8 * (3 - i));
        }
        return Optional.of(
                (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255));
    }

    /** Parses a part of an IPv4 address: decimal, octal after 0 or hexadecimal after 0x; −1 if invalid. */
    private static long number(String part) {
        if (!NUMBER.matcher(part).matches()) {
            return -1;
        }
        boolean hex = part.startsWith("0x");
        String digits = hex ? part.substring(2) : part;
        int radix = hex ? 16 : part.length() > 1 && part.startsWith("0") ? 8 : 10;
        String significant = digits.replaceFirst("^0+", "");
        try {
            // Twelve digits exceed 32 bits in any of the three radixes.
            return significant.isEmpty() ? 0 : significant.length() > 12 ? -1 : Long.parseLong(significant, radix);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Optional<InetAddress> ipv6(String text) {
        return text.indexOf(':') >= 0 && ADDRESS_TEXT.matcher(text).matches()
                ? literal("[" + text + "]")
                : Optional.empty();
    }

    /** Parses an address literal. The JDK does not resolve dotted decimal or bracketed addresses. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String withoutTrailingDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
