package app.lede.websub;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Verifies {@code X-Hub-Signature: method=hex}, an HMAC over the body as received (WebSub, section 8). */
public final class PushSignature {

    /** HMAC algorithms by method. Most hubs still send SHA-1, which is not known to be broken as an HMAC. */
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private PushSignature() {}

    /** Tests whether a header signs a body with a secret, in constant time. */
    public static boolean matches(String header, byte[] body, String secret) {
        int equals = header.indexOf('=');
        return equals > 0
                && Optional.ofNullable(
                                METHODS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT)))
                        .flatMap(method -> digits(header.substring(equals + 1).strip())
                                .map(given -> MessageDigest.isEqual(given, sign(method, body, secret))))
                        .orElse(false);
    }

    private static Optional<byte[]> digits(String hex) {
        try {
            return Optional.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] sign(String method, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java runtime has " + method, e);
        }
    }
}
