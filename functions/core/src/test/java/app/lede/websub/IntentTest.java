package app.lede.websub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntentTest {

    private static final String TOPIC = "https://example.org/feed";

    private static Intent subscribe(String challenge, String lease) {
        return Intent.of(Map.of(
                "hub.mode", List.of("subscribe"),
                "hub.topic", List.of(TOPIC, "https://evil.example/"),
                "hub.challenge", List.of(challenge),
                "hub.lease_seconds", List.of(lease)));
    }

    @Test
    void a_verification_is_read_and_a_parameter_that_comes_twice_counts_the_first_time() {
        assertEquals(new Intent.Subscribe(TOPIC, "c", Optional.of(Duration.ofDays(1))), subscribe("c", "86400"));
    }

    @Test
    void a_lease_that_is_no_number_is_none() {
        for (String lease : List.of("", "-1", "1e9", "99999999999999999999", "zehn")) {
            assertEquals(new Intent.Subscribe(TOPIC, "c", Optional.empty()), subscribe("c", lease));
        }
    }

    @Test
    void a_challenge_that_is_missing_or_a_novel_is_none() {
        assertEquals(new Intent.Other("subscribe without a challenge"), subscribe("", "1"));
        assertEquals(new Intent.Other("subscribe without a challenge"), subscribe("c".repeat(2_049), "1"));
    }

    @Test
    void a_denial_says_why() {
        assertEquals(
                new Intent.Denied(TOPIC, "spam"),
                Intent.of(Map.of(
                        "hub.mode", List.of("denied"), "hub.topic", List.of(TOPIC), "hub.reason", List.of("spam"))));
    }

    @Test
    void anything_else_is_named() {
        assertEquals(new Intent.Other("unsubscribe"), Intent.of(Map.of("hub.mode", List.of("unsubscribe"))));
        assertEquals(new Intent.Other(""), Intent.of(Map.of()));
    }
}
