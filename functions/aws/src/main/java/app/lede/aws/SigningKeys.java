package app.lede.aws;

import app.lede.fetch.RequestSigner;
import app.lede.signature.SigningKey;
import app.lede.signature.WebBotAuth;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads the keys that a stack signs its requests with, if it signs them. */
public final class SigningKeys {

    private static final int NONCE_BYTES = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    private SigningKeys() {}

    /**
     * Returns the present key, then the previous one.
     *
     * @param arn of the secret; empty where requests are not signed, which gives no keys
     */
    public static List<SigningKey> read(AwsClients clients, Optional<String> arn) {
        return arn
                .map(secret -> SecretVersions.read(clients.secrets(), secret))
                .orElse(List.of())
                .stream()
                .map(secret -> SigningKey.of(new String(secret, StandardCharsets.UTF_8)))
                .toList();
    }

    /**
     * Returns a signer with the present key.
     *
     * @param arn of the secret; empty for a signer that signs nothing
     * @param agent origin of the API, which serves the public keys
     */
    public static RequestSigner signer(AwsClients clients, Optional<String> arn, String agent, InstantSource clock) {
        List<SigningKey> keys = read(clients, arn);
        return keys.isEmpty()
                ? RequestSigner.NONE
                : new WebBotAuth(keys.getFirst(), agent, SigningKeys::nonce, clock);
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
