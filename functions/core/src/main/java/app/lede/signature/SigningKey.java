package app.lede.signature;

import app.lede.hash.Digest;
import app.lede.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An Ed25519 key pair (RFC 8032), named by the thumbprint of its public key (RFC 7638; RFC 8037, appendix A.3). Immutable and
 * thread safe.
 */
public final class SigningKey {

    private static final Pattern GENERATED = Pattern.compile("[A-Za-z0-9]{64}");
    private static final String ALGORITHM = "Ed25519";
    private static final int BYTES = 32;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey secret;
    private final byte[] seed;
    private final String x;
    private final String id;

    private SigningKey(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            this.secret = pair.getPrivate();
            this.seed = seed.clone();
            this.x = URL.encodeToString(Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length));
            this.id = sha256("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has Ed25519", e);
        }
    }

    /** Generates a key pair. */
    public static SigningKey generated(SecureRandom random) {
        byte[] seed = new byte[BYTES];
        random.nextBytes(seed);
        return new SigningKey(seed);
    }

    /**
     * Reads a key pair from a secret: a JWK as {@link #jwk()} writes it, or the 64 random letters and digits that a stack generates,
     * whose SHA-256 is the private key. Any other text is refused, since somebody may have typed it.
     *
     * @throws IllegalArgumentException if it is neither, a JWK of another kind, or its halves do not belong together; the message
     *     holds no secret
     */
    public static SigningKey of(String secret) {
        if (secret.strip().startsWith("{")) {
            return ofJwk(secret);
        }
        if (!GENERATED.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "the signing key is neither a JWK, as `lede signing-key` makes it, nor 64 generated letters and"
                            + " digits");
        }
        return new SigningKey(HexFormat.of().parseHex(Digest.hex(secret)));
    }

    private static SigningKey ofJwk(String secret) {
        JsonNode jwk = json(secret);
        if (!jwk.path("kty").asText().equals("OKP") || !jwk.path("crv").asText().equals(ALGORITHM)) {
            throw new IllegalArgumentException("the signing key is no JWK of kty OKP and crv Ed25519");
        }
        byte[] seed = Base64.getUrlDecoder().decode(jwk.path("d").asText());
        if (seed.length != BYTES) {
            throw new IllegalArgumentException("the d of the signing key has " + seed.length + " bytes, not 32");
        }
        SigningKey key = new SigningKey(seed);
        if (!jwk.path("x").asText(key.x).equals(key.x)) {
            throw new IllegalArgumentException("the x of the signing key does not belong to its d");
        }
        return key;
    }

    private static JsonNode json(String secret) {
        try {
            return Json.read(secret);
        } catch (IllegalArgumentException e) {
            // Without its cause, which quotes the secret.
            throw new IllegalArgumentException("the signing key begins as a JWK and is no JSON");
        }
    }

    /** Returns the SHA-256 thumbprint of the public key, in base64url: the {@code keyid} of signatures. */
    public String id() {
        return id;
    }

    /** Signs bytes; the same bytes give the same 64 bytes. */
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs any bytes", e);
        }
    }

    /** Returns the public key as JWK (RFC 8037), with its id as {@code kid}. */
    public ObjectNode publicJwk() {
        return Json.object()
                .put("kty", "OKP")
                .put("crv", ALGORITHM)
                .put("kid", id)
                .put("x", x)
                .put("use", "sig");
    }

    /** Returns both halves as JWK (RFC 8037), which is a secret. */
    public String jwk() {
        return Json.object()
                .put("kty", "OKP")
                .put("crv", ALGORITHM)
                .put("d", URL.encodeToString(seed))
                .put("x", x)
                .toString();
    }

    /** Returns the id; the secret half is not shown. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }

    private static String sha256(String text) {
        return URL.encodeToString(HexFormat.of().parseHex(Digest.hex(text)));
    }

    /** Gives the generator the private key, so that it computes the public half; the JDK has no other way to it. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Seed(byte[] bytes) {
            super(null, null);
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] wanted) {
            if (wanted.length != bytes.length) {
                throw new IllegalStateException("the generator asked for " + wanted.length + " bytes");
            }
            System.arraycopy(bytes, 0, wanted, 0, bytes.length);
        }
    }
}
