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

/** Who sent a push: the header {@code X-Hub-Signature: method=hex} over the body as received (section 8). */
public final class PushSignature {

    /** SHA-1 is what most hubs still send; as a HMAC it is not known to be broken. */
    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private PushSignature() {}

    /** Whether a header's value signs a body with a secret; takes as long whatever the difference. */
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
