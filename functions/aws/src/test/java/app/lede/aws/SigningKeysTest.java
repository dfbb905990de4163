package app.lede.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.RequestSigner;
import app.lede.fetch.WebUrl;
import app.lede.signature.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private static final WebUrl PAGE =
            WebUrl.of("https://news.example.org/bridge").orElseThrow();
    private static final String BROKEN = "{\"kty\": \"OKP\", \"d\": \"half a ke";
    private static final String WHOLE = "Generat3".repeat(8);

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private SigningKeys keys(RotatedSecret secret) {
        return new SigningKeys(
                new SecretVersions(() -> secret, "arn", CLOCK), new PrintStream(log, true, StandardCharsets.UTF_8));
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
        String input = keys.signer("https://api.example", CLOCK).headers(PAGE).get("Signature-Input");
        assertTrue(String.valueOf(input).contains("keyid=\"" + id + "\""), input);
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
    void a_key_is_read_from_its_text_once() {
        SigningKeys keys = keys(new RotatedSecret(WHOLE));
        assertSame(keys.get().getFirst(), keys.get().getFirst());
    }
}
