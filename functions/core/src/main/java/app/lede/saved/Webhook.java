package app.lede.saved;

import app.lede.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An address to which alerts of a search are posted, signed as Standard Webhooks 1.0 has it (standardwebhooks.com).
 *
 * @param secret {@code whsec_} and the base64 of the key
 */
public record Webhook(String url, String secret) {

    private static final String PREFIX = "whsec_";

    /** Creates a webhook with a new secret. */
    public static Webhook of(String url, Supplier<String> tokens) {
        byte[] key = Digest.base32(tokens.get()).getBytes(StandardCharsets.US_ASCII);
        return new Webhook(url, PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /**
     * Returns the headers that sign a body: {@code webhook-id}, {@code webhook-timestamp} in epoch seconds, and {@code
     * webhook-signature}, the HMAC-SHA256 of {@code id.timestamp.body}.
     *
     * @param id the same in every attempt
     * @param now of the attempt; receivers refuse old ones
     */
    public Map<String, String> headers(String id, Instant now, byte[] body) {
        String timestamp = Long.toString(now.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", "v1," + signature(id + "." + timestamp + ".", body));
        return headers;
    }

    private String signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    /** Leaves the secret out, as records end up in logs. */
    @Override
    public String toString() {
        return "webhook " + url;
    }
}
