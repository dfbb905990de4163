package app.lede.aws;

import app.lede.fetch.RequestSigner;
import app.lede.json.Json;
import app.lede.signature.KeyDirectory;
import app.lede.signature.SigningKey;
import app.lede.signature.WebBotAuth;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the keys that a stack signs its requests with, where it does: the current one, then earlier ones that may still be in use. A
 * new key is published at once and signs once every verifier can know it; until then the newest that they know signs, however often
 * the key was changed meanwhile. The directory leaves out a version that is no key, and logs it. Thread safe.
 */
public final class SigningKeys implements Supplier<List<SigningKey>> {

    private static final int NONCE_BYTES = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretVersions secret;
    private final PrintStream out;

    /** Keys by their text; a process sees few rotations. */
    private final Map<String, SigningKey> parsed = new ConcurrentHashMap<>();

    SigningKeys(SecretVersions secret, PrintStream out) {
        this.secret = secret;
        this.out = out;
    }

    private static SigningKeys of(AwsClients clients, String arn, InstantSource clock) {
        return new SigningKeys(new SecretVersions(clients::secrets, arn, clock, KeyDirectory.IN_USE), System.out);
    }

    /**
     * Returns the keys in a secret.
     *
     * @param arn of the secret; empty where requests are not signed, which gives no keys
     */
    public static Supplier<List<SigningKey>> in(AwsClients clients, Optional<String> arn, InstantSource clock) {
        return arn.<Supplier<List<SigningKey>>>map(name -> of(clients, name, clock))
                .orElse(List::of);
    }

    /**
     * Returns a signer with the key that verifiers know.
     *
     * @param arn of the secret; empty for a signer that signs nothing
     * @param agent origin of the API, which serves the public keys
     */
    static RequestSigner signer(AwsClients clients, Optional<String> arn, String agent, InstantSource clock) {
        return arn.map(name -> of(clients, name, clock).signer(agent, clock)).orElse(RequestSigner.NONE);
    }

    /** Returns a signer with the key that verifiers know; it throws IllegalArgumentException while the current version is no key. */
    RequestSigner signer(String agent, InstantSource clock) {
        return new WebBotAuth(() -> signing(clock.instant()), agent, SigningKeys::nonce, clock);
    }

    /**
     * Returns the current key, or the newest earlier one that verifiers know while one of them may still hold a directory without the
     * current one. On a stack so young that there is none, the oldest signs.
     */
    private SigningKey signing(Instant now) {
        List<SecretVersions.Version> versions = secret.all();
        SecretVersions.Version current = versions.getFirst();
        SigningKey key = key(current);
        if (KeyDirectory.isKnown(current.created(), now)) {
            return key;
        }
        List<SecretVersions.Version> earlier = versions.subList(1, versions.size());
        return earlier.stream()
                .filter(version -> KeyDirectory.isKnown(version.created(), now))
                .flatMap(this::earlier)
                .findFirst()
                .or(() -> earlier.reversed().stream().flatMap(this::earlier).findFirst())
                .orElse(key);
    }

    /** Returns an earlier key; empty where that version is no key, which the directory logs. */
    private Stream<SigningKey> earlier(SecretVersions.Version version) {
        try {
            return Stream.of(key(version));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }

    /** Returns the keys to publish, the current one first; a new one is among them ten seconds after it was stored. */
    @Override
    public List<SigningKey> get() {
        return secret.renewed().stream().flatMap(this::readable).toList();
    }

    private Stream<SigningKey> readable(SecretVersions.Version version) {
        try {
            return Stream.of(key(version));
        } catch (IllegalArgumentException e) {
            out.println(Json.object().put("outcome", "signing-key-unreadable").put("detail", e.getMessage()));
            return Stream.empty();
        }
    }

    private SigningKey key(SecretVersions.Version version) {
        return parsed.computeIfAbsent(version.text(), SigningKey::of);
    }

    private static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
