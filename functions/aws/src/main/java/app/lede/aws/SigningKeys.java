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
import java.util.function.Supplier;

/** Reads the keys that a stack signs its requests with, where it does: the present one, then the previous one. Thread safe. */
public final class SigningKeys implements Supplier<List<SigningKey>> {

    private static final int NONCE_BYTES = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretVersions secret;

    private SigningKeys(SecretVersions secret) {
        this.secret = secret;
    }

    /**
     * Returns the keys in a secret.
     *
     * @param arn of the secret; empty where requests are not signed, which gives no keys
     */
    public static Supplier<List<SigningKey>> in(AwsClients clients, Optional<String> arn, InstantSource clock) {
        return arn.<Supplier<List<SigningKey>>>map(
                        name -> new SigningKeys(new SecretVersions(clients.secrets(), name, clock)))
                .orElse(List::of);
    }

    /**
     * Returns a signer with the present key.
     *
     * @param arn of the secret; empty for a signer that signs nothing
     * @param agent origin of the API, which serves the public keys
     */
    public static RequestSigner signer(AwsClients clients, Optional<String> arn, String agent, InstantSource clock) {
        Supplier<List<SigningKey>> keys = in(clients, arn, clock);
        return arn.isEmpty()
                ? RequestSigner.NONE
                : new WebBotAuth(() -> keys.get().getFirst(), agent, SigningKeys::nonce, clock);
    }

    @Override
    public List<SigningKey> get() {
        return secret.known().stream()
                .map(text -> SigningKey.of(new String(text, StandardCharsets.UTF_8)))
                .toList();
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
