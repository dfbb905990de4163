package app.lede.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.RequestSigner;
import app.lede.fetch.WebUrl;
import app.lede.signature.KeyDirectory;
import app.lede.signature.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final WebUrl PAGE =
            WebUrl.of("https://news.example.org/bridge").orElseThrow();
    private static final String BROKEN = "{\"kty\": \"OKP\", \"d\": \"half a ke";
    private static final String WHOLE = "Generat3".repeat(8);
    private static final String OTHER = "0therKey".repeat(8);
    private static final String THIRD = "thirdKey".repeat(8);

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Instant now = NOON;

    private SigningKeys keys(RotatedSecret secret) {
        return new SigningKeys(
                new SecretVersions(() -> secret, "arn", () -> now, KeyDirectory.IN_USE),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private static RotatedSecret rotated(String from, String to) {
        RotatedSecret secret = new RotatedSecret(from);
        secret.rotate(to);
        return secret;
    }

    private static List<String> ids(SigningKeys keys) {
        return keys.get().stream().map(SigningKey::id).toList();
    }

    @Test
    void a_corrected_key_signs_though_the_previous_version_is_none() {
        SigningKeys keys = keys(rotated(BROKEN, WHOLE));
        String id = SigningKey.of(WHOLE).id();
        assertEquals(WHOLE, signedBy(keys.signer("https://api.example", CLOCK)));
        assertEquals("", log.toString(StandardCharsets.UTF_8));
        assertEquals(List.of(id), ids(keys));
    }

    @Test
    void the_directory_leaves_out_a_version_that_is_no_key_and_logs_it_without_the_secret() {
        SigningKeys keys = keys(rotated(WHOLE, BROKEN));
        assertEquals(List.of(SigningKey.of(WHOLE).id()), ids(keys));
        String logged = log.toString(StandardCharsets.UTF_8);
        assertTrue(logged.contains("\"outcome\":\"signing-key-unreadable\""), logged);
        assertTrue(!logged.contains("half"), logged);
        RequestSigner signer = keys.signer("https://api.example", CLOCK);
        assertThrows(IllegalArgumentException.class, () -> signer.headers(PAGE), "nothing goes out unsigned");
    }

    @Test
    void a_new_key_signs_once_every_copy_of_the_directory_without_it_has_expired() {
        RotatedSecret secret = new RotatedSecret(WHOLE);
        RequestSigner signer = signer(secret);
        secret.rotate(OTHER, NOON);
        assertEquals(WHOLE, signedBy(signer), "a copy of the directory from just before");
        now = NOON.plus(KeyDirectory.KEPT);
        assertEquals(WHOLE, signedBy(signer), "a server of the directory that read the key late");
        now = NOON.plus(KeyDirectory.KNOWN).minus(MOMENT);
        assertEquals(WHOLE, signedBy(signer));
        now = NOON.plus(KeyDirectory.KNOWN);
        assertEquals(OTHER, signedBy(signer));
        assertTrue(KeyDirectory.KNOWN.compareTo(KeyDirectory.KEPT.plus(Duration.ofMinutes(10))) > 0);
    }

    @Test
    void a_new_key_is_published_ten_seconds_after_it_was_stored_and_the_former_one_stays() {
        RotatedSecret secret = new RotatedSecret(WHOLE);
        SigningKeys keys = keys(secret);
        assertEquals(List.of(SigningKey.of(WHOLE).id()), ids(keys));
        secret.rotate(OTHER, NOON);
        now = NOON.plusSeconds(10);
        List<String> both =
                List.of(SigningKey.of(OTHER).id(), SigningKey.of(WHOLE).id());
        assertEquals(both, ids(keys));
        now = NOON.plus(Duration.ofDays(90));
        assertEquals(both, ids(keys));
    }

    @Test
    void keys_changed_in_quick_succession_sign_in_turn_and_each_is_published_while_it_is_in_use() {
        RotatedSecret secret = new RotatedSecret(WHOLE);
        SigningKeys keys = keys(secret);
        RequestSigner signer = signer(secret);
        secret.rotate(OTHER, NOON);
        Duration half = Duration.ofMinutes(30);
        secret.rotate(THIRD, NOON.plus(half));
        now = NOON.plus(half);
        assertEquals(WHOLE, signedBy(signer), "no verifier need know another");
        assertEquals(List.of(id(THIRD), id(OTHER), id(WHOLE)), ids(keys));
        now = NOON.plus(KeyDirectory.KNOWN).minus(MOMENT);
        assertEquals(WHOLE, signedBy(signer));
        now = NOON.plus(KeyDirectory.KNOWN).plus(Duration.ofMinutes(5));
        assertEquals(OTHER, signedBy(signer));
        assertEquals(List.of(id(THIRD), id(OTHER), id(WHOLE)), ids(keys), "signed with a moment ago");
        now = NOON.plus(KeyDirectory.IN_USE);
        assertEquals(List.of(id(THIRD), id(OTHER)), ids(keys));
        now = NOON.plus(half).plus(KeyDirectory.KNOWN);
        assertEquals(THIRD, signedBy(signer));
    }

    @Test
    void versions_are_listed_only_while_both_keys_are_new() {
        RotatedSecret secret = new RotatedSecret(WHOLE);
        secret.rotate(OTHER, NOON);
        SigningKeys keys = keys(secret);
        assertEquals(2, keys.get().size());
        assertEquals(2, secret.calls);
        secret.rotate(THIRD, NOON);
        now = NOON.plusSeconds(10);
        assertEquals(3, keys.get().size());
        assertEquals(6, secret.calls);
    }

    private static String id(String text) {
        return SigningKey.of(text).id();
    }

    @Test
    void the_first_key_signs_at_once() {
        RotatedSecret secret = new RotatedSecret("");
        secret.rotate(WHOLE, NOON);
        assertEquals(WHOLE, signedBy(signer(secret)));
    }

    @Test
    void a_new_key_signs_at_once_in_place_of_a_version_that_is_none() {
        RotatedSecret secret = new RotatedSecret(BROKEN);
        secret.rotate(WHOLE, NOON);
        assertEquals(WHOLE, signedBy(signer(secret)));
    }

    @Test
    void a_key_that_was_published_before_signs_at_once_when_it_is_taken_back() {
        RotatedSecret secret = new RotatedSecret(WHOLE);
        secret.rotate(OTHER, NOON);
        secret.rollBack();
        assertEquals(WHOLE, signedBy(signer(secret)));
    }

    private RequestSigner signer(RotatedSecret secret) {
        return keys(secret).signer("https://api.example", () -> now);
    }

    /** Returns the text of the key that a request is signed with. */
    private static String signedBy(RequestSigner signer) {
        String input = String.valueOf(signer.headers(PAGE).get("Signature-Input"));
        return Stream.of(WHOLE, OTHER, THIRD)
                .filter(text -> input.contains("keyid=\"" + SigningKey.of(text).id() + "\""))
                .findFirst()
                .orElse(input);
    }

    @Test
    void a_key_is_read_from_its_text_once() {
        SigningKeys keys = keys(new RotatedSecret(WHOLE));
        assertSame(keys.get().getFirst(), keys.get().getFirst());
    }
}
