package app.lede.fetch;

import java.net.InetAddress;
import java.util.List;

/**
 * A CIDR block from which nothing is fetched, and the reason.
 *
 * @param prefix the first address in network byte order, 4 or 16 bytes
 * @param bits prefix length
 */
record AddressRange(List<Byte> prefix, int bits, String reason) {

    /** Parses {@code 10.0.0.0/8  reason}; throws on a malformed line, which is a broken build. */
    static AddressRange parse(String line) {
        String[] columns = line.split("\\s+", 2);
        int slash = columns[0].indexOf('/');
        InetAddress first = HostName.address(columns[0].substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException("not a range of addresses: " + line));
        int bits = Integer.parseInt(columns[0].substring(slash + 1));
        return new AddressRange(boxed(first.getAddress()), bits, columns[1]);
    }

    /** Tests whether an address in network byte order lies in this block. */
    boolean contains(byte[] address) {
        if (address.length != prefix.size()) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += 8) {
            int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
            if (((address[bit / 8] ^ prefix.get(bit / 8)) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Byte> boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            boxed[i] = bytes[i];
        }
        return List.of(boxed);
    }
}
