package app.lede.hash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Computes SHA-256 digests: base32 (RFC 4648, lower case, no padding) for ids, hexadecimal for object keys. */
public final class Digest {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private static final int BUFFER = 64 * 1024;

    private Digest() {}

    /** Returns 64 hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    /** Returns 64 hexadecimal digits of the text's UTF-8 bytes. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns 52 characters of {@code [a-z2-7]}. */
    public static String base32(byte[] bytes) {
        return encode(sha256(bytes));
    }

    /** Returns 52 characters of {@code [a-z2-7]} for the text's UTF-8 bytes. */
    public static String base32(String text) {
        return base32(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns 52 characters of {@code [a-z2-7]} for the bytes of a stream, which is read to its end. */
    public static String base32(InputStream bytes) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return encode(digest.digest());
    }

    /** Returns the hexadecimal digits of what {@link #base32} wrote. */
    public static String hexOfBase32(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < base32.length() && at < bytes.length; i++) {
            buffer = (buffer << 5) | BASE32.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns what {@link #base32} wrote of the same digest as these hexadecimal digits; empty if they are none. */
    public static Optional<String> base32OfHex(String hex) {
        boolean digits = hex.length() % 2 == 0 && hex.chars().allMatch(HexFormat::isHexDigit);
        return digits ? Optional.of(encode(HexFormat.of().parseHex(hex))) : Optional.empty();
    }

    /** Returns the first 64 bits of the SHA-256 of the text's UTF-8 bytes. */
    public static long first64(String text) {
        return ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length * 8 / 5 + 1);
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8 | (b & 0xff)) & 0xffff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(BASE32.charAt((buffer >> bits) & 31));
            }
        }
        if (bits > 0) {
            out.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return out.toString();
    }
}
