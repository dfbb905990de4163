package app.lede.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretVersionsTest {

    private final RotatedSecret held = new RotatedSecret("one");
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final SecretVersions secrets = new SecretVersions(held, "arn", () -> now);

    @Test
    void nothing_is_read_before_the_first_cursor_and_then_once_in_five_minutes() {
        assertEquals(0, held.calls);
        assertEquals(List.of("one"), texts(secrets.known()));
        now = now.plus(Duration.ofMinutes(4));
        secrets.known();
        assertEquals(2, held.calls);
        held.rotate("two");
        now = now.plus(Duration.ofMinutes(1));
        assertEquals(List.of("two", "one"), texts(secrets.known()));
    }

    @Test
    void an_unknown_cursor_has_the_secrets_read_again_at_most_each_ten_seconds() {
        secrets.known();
        held.rotate("two");
        assertEquals(List.of("one"), texts(secrets.renewed()));
        now = now.plus(Duration.ofSeconds(10));
        assertEquals(List.of("two", "one"), texts(secrets.renewed()));
        int calls = held.calls;
        secrets.renewed();
        assertEquals(calls, held.calls);
    }

    @Test
    void known_secrets_serve_on_while_the_service_is_out_of_reach() {
        secrets.known();
        held.broken = true;
        now = now.plus(Duration.ofHours(1));
        assertEquals(List.of("one"), texts(secrets.known()));
    }

    private static List<String> texts(List<byte[]> secrets) {
        return secrets.stream()
                .map(secret -> new String(secret, StandardCharsets.UTF_8))
                .toList();
    }
}
