package app.lede.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.lede.search.Cursors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretVersionsTest {

    private final RotatedSecret held = new RotatedSecret("one");
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final SecretVersions secrets = new SecretVersions(() -> held, "arn", () -> now);

    @Test
    void nothing_is_read_before_the_first_use_and_then_once_in_five_minutes() {
        assertEquals(0, held.calls);
        assertEquals(List.of("one"), texts(secrets.all()));
        now = now.plus(Duration.ofMinutes(4));
        secrets.all();
        assertEquals(2, held.calls);
        now = now.plus(Duration.ofMinutes(1));
        held.rotate("two", now);
        assertEquals(List.of("two", "one"), texts(secrets.all()));
        assertEquals(now, secrets.all().getFirst().created());
    }

    @Test
    void a_cursor_of_an_instance_that_knows_the_rotation_is_good() {
        Cursors early = new Cursors(new CursorSecrets(secrets));
        String before = early.seal("lang=en", "key");
        held.rotate("two");
        now = now.plus(Duration.ofSeconds(10));
        Cursors late = new Cursors(new CursorSecrets(new SecretVersions(() -> held, "arn", () -> now)));
        assertEquals(Optional.of("key"), early.open("lang=en", late.seal("lang=en", "key")));
        assertEquals(Optional.of("key"), late.open("lang=en", before));
    }

    @Test
    void a_rotation_is_looked_for_on_demand_at_most_each_ten_seconds() {
        secrets.all();
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
        secrets.all();
        held.broken = true;
        now = now.plus(Duration.ofHours(1));
        assertEquals(List.of("one"), texts(secrets.all()));
    }

    private static List<String> texts(List<SecretVersions.Version> versions) {
        return versions.stream().map(SecretVersions.Version::text).toList();
    }
}
