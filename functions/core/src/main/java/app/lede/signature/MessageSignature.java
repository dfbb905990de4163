package app.lede.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The covered components and parameters of an HTTP message signature (RFC 9421), from which its base and its header fields are
 * written. Immutable.
 *
 * @param components in the order in which they are signed
 * @param created in whole seconds
 * @param expires in whole seconds; null for never
 * @param keyId of the key that signs
 * @param algorithm as registered, such as {@code ed25519}; null where the key determines it
 * @param nonce base64; null for none
 * @param tag of the application; null for none
 */
public record MessageSignature(
        List<Component> components,
        Instant created,
        @Nullable Instant expires,
        String keyId,
        @Nullable String algorithm,
        @Nullable String nonce,
        @Nullable String tag) {

    public MessageSignature {
        components = List.copyOf(components);
    }

    /**
     * One covered component.
     *
     * @param identifier with its parameters, as it is written in the signature's input: {@code "@authority";req}
     * @param value as it is signed
     */
    public record Component(String identifier, String value) {

        /** Creates a component that has no parameters. */
        public static Component of(String name, String value) {
            return new Component(quoted(name), value);
        }
    }

    /** Returns the member of {@code Signature-Input}: the components with the parameters. */
    public String input() {
        String covered = components.stream().map(Component::identifier).collect(Collectors.joining(" ", "(", ")"));
        StringBuilder input = new StringBuilder(covered);
        input.append(";created=").append(created.getEpochSecond());
        append(input, "keyid", keyId);
        append(input, "alg", algorithm);
        if (expires != null) {
            input.append(";expires=").append(expires.getEpochSecond());
        }
        append(input, "nonce", nonce);
        append(input, "tag", tag);
        return input.toString();
    }

    /** Returns the signature base (section 2.5): a line for each component, then the parameters, without a line feed at the end. */
    public String base() {
        String lines = components.stream()
                .map(component -> component.identifier() + ": " + component.value() + "\n")
                .collect(Collectors.joining());
        return lines + "\"@signature-params\": " + input();
    }

    /** Returns the member of {@code Signature}: the signed base, as a byte sequence. */
    public String signedBy(SigningKey key) {
        return ":" + Base64.getEncoder().encodeToString(key.sign(base().getBytes(StandardCharsets.US_ASCII))) + ":";
    }

    private static void append(StringBuilder input, String name, @Nullable String value) {
        if (value != null) {
            input.append(';').append(name).append('=').append(quoted(value));
        }
    }

    /**
     * Writes a string of structured fields (RFC 9651, section 4.1.6).
     *
     * @throws IllegalArgumentException if it has characters other than printable ASCII
     */
    static String quoted(String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("not printable ASCII: " + text);
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
