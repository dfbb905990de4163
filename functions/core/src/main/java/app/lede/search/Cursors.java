package app.lede.search;

import app.lede.hash.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies cursors. A cursor holds the last key of a page and is bound to its query, so it can be neither
 * forged nor used with another query. It has no offset or server state and stays valid while articles arrive.
 *
 * <p>Form: base64url of 16 bytes of HMAC-SHA256, version, query hash and key. Thread safe.
 */
public final class Cursors {

    private static final String VERSION = "1";
    private static final int SIGNATURE = 16;
    private static final int MAX_LENGTH = 1_024;

    private final Secrets secrets;

    /** Source of the secrets: the one that signs first, then those still accepted. Thread safe. */
    public interface Secrets {

        /** Returns the secrets that are known, at least one. */
        List<byte[]> known();

        /** Looks for a rotation, as often as the source allows, and returns the secrets; for a cursor that none has signed. */
        List<byte[]> renewed();
    }

    /** Signs with the first secret of a source and accepts all of them, so that secrets can be rotated. */
    public Cursors(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Signs with the first secret and accepts all of them, for good. */
    public Cursors(List<byte[]> secrets) {
        this(new Fixed(secrets));
    }

    private record Fixed(List<byte[]> known) implements Secrets {

        Fixed {
            known = List.copyOf(known);
        }

        @Override
        public List<byte[]> renewed() {
            return known;
        }
    }

    /** Returns the cursor of a page that ends at a key. */
    public String seal(String question, String key) {
        byte[] payload = payload(question, key);
        byte[] signature = sign(secrets.known().getFirst(), payload);
        byte[] sealed = Arrays.copyOf(signature, SIGNATURE + payload.length);
        System.arraycopy(payload, 0, sealed, SIGNATURE, payload.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Returns the key of a cursor; empty if the signature is invalid or belongs to another query. */
    public Optional<String> open(String question, String cursor) {
        Optional<byte[]> sealed = decoded(cursor).filter(bytes -> bytes.length > SIGNATURE);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        byte[] signature = Arrays.copyOf(sealed.get(), SIGNATURE);
        byte[] payload = Arrays.copyOfRange(sealed.get(), SIGNATURE, sealed.get().length);
        boolean ours = isSigned(secrets.known(), signature, payload) || isSigned(secrets.renewed(), signature, payload);
        String text = new String(payload, StandardCharsets.UTF_8);
        String prefix = prefix(question);
        return ours && text.startsWith(prefix) ? Optional.of(text.substring(prefix.length())) : Optional.empty();
    }

    private static boolean isSigned(List<byte[]> secrets, byte[] signature, byte[] payload) {
        return secrets.stream().anyMatch(secret -> MessageDigest.isEqual(signature, sign(secret, payload)));
    }

    private static Optional<byte[]> decoded(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] payload(String question, String key) {
        return (prefix(question) + key).getBytes(StandardCharsets.UTF_8);
    }

    private static String prefix(String question) {
        return VERSION + " " + Digest.base32(question).substring(0, 16) + " ";
    }

    private static byte[] sign(byte[] secret, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
