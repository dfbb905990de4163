package app.lede.local.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Object keys as file names that every locale can write: bytes of UTF-8 outside printable ASCII become {@code ~C3}, and so does
 * the tilde itself. The order of names is the order of keys, as the tilde is the last of ASCII.
 */
final class FileNames {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private FileNames() {}

    static String of(String key) {
        StringBuilder name = new StringBuilder(key.length());
        for (byte octet : key.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= ' ' && octet < '~') {
                name.append((char) octet);
            } else {
                name.append('~').append(HEX.toHexDigits(octet));
            }
        }
        return name.toString();
    }

    static String key(String name) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(name.length());
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            if (character == '~' && i + 2 < name.length()) {
                octets.write(HexFormat.fromHexDigits(name, i + 1, i + 3));
                i += 2;
            } else {
                octets.write(character);
            }
        }
        return octets.toString(StandardCharsets.UTF_8);
    }
}
