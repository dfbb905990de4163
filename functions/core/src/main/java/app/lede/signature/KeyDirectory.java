package app.lede.signature;

import app.lede.hash.Digest;
import app.lede.json.Json;
import app.lede.signature.MessageSignature.Component;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Serves the public keys that requests are signed with (draft-ietf-webbotauth-httpsig-protocol-00), as a JWK set that each of them
 * signs for the authority that was asked. Thread safe.
 */
public final class KeyDirectory {

    /** Path of the directory. */
    public static final String PATH = "/.well-known/http-message-signatures-directory";

    public static final String MEDIA_TYPE = "application/http-message-signatures-directory+json";

    /** Validity of a directory's signatures, and of a verifier's copy of it. */
    public static final Duration KEPT = Duration.ofHours(1);

    /** Time in which every server of the directory has read a new key, by a clock that may differ. */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    /** Time for which a key may be in use after the next was stored: it signs on for {@link #KNOWN}, and verifiers are late. */
    public static final Duration IN_USE = KEPT.plus(MARGIN).plus(MARGIN);

    /** Age from which a key may sign: copies of the directory without it have expired. */
    public static final Duration KNOWN = KEPT.plus(MARGIN);

    private final Supplier<List<SigningKey>> keys;
    private final InstantSource clock;

    /**
     * Creates a directory.
     *
     * @param keys the present key, then earlier ones that are still in use; none where requests are not signed
     */
    public KeyDirectory(Supplier<List<SigningKey>> keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Tests whether each verifier that keeps to the directory's validity knows a key stored at that time. */
    public static boolean isKnown(Instant stored, Instant now) {
        return !now.isBefore(stored.plus(KNOWN));
    }

    /** Returns the directory of a stack that does not sign. */
    public static KeyDirectory none() {
        return new KeyDirectory(List::of, () -> Instant.EPOCH);
    }

    /**
     * A directory as it is sent.
     *
     * @param digest value of {@code Content-Digest} (RFC 9530)
     * @param input value of {@code Signature-Input}
     * @param signature value of {@code Signature}
     */
    public record Signed(String body, String digest, String input, String signature) {}

    /**
     * Signs the directory.
     *
     * @param authority host that was asked, with a port that is not the default
     * @return empty where requests are not signed
     */
    public Optional<Signed> signed(String authority) {
        Instant now = clock.instant();
        List<SigningKey> present = keys.get();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        String body = set(present);
        String digest =
                "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Digest.hex(body))) + ":";
        List<Component> components =
                List.of(new Component("\"@authority\";req", authority), Component.of("content-digest", digest));
        List<String> inputs = new ArrayList<>();
        List<String> signatures = new ArrayList<>();
        for (SigningKey key : present) {
            String label = "key" + (inputs.size() + 1) + "=";
            MessageSignature signature = possession(key, components, now);
            inputs.add(label + signature.input());
            signatures.add(label + signature.signedBy(key));
        }
        return Optional.of(new Signed(body, digest, String.join(", ", inputs), String.join(", ", signatures)));
    }

    private static String set(List<SigningKey> keys) {
        ObjectNode set = Json.object();
        ArrayNode list = set.putArray("keys");
        keys.forEach(key -> list.add(key.publicJwk()));
        return set.toString();
    }

    /** Proves that the key's secret half is held by the server of the directory. */
    private static MessageSignature possession(SigningKey key, List<Component> components, Instant now) {
        return new MessageSignature(
                components,
                now,
                now.plus(KEPT),
                key.id(),
                WebBotAuth.ALGORITHM,
                null,
                "http-message-signatures-directory");
    }
}
