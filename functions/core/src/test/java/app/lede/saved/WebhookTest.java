package app.lede.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookTest {

    /** The vector of the libraries of Standard Webhooks. */
    @Test
    void a_body_is_signed_as_standard_webhooks_has_it() {
        Map<String, String> headers = new Webhook(
                        "https://hooks.example.org/", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .headers(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
        assertEquals("msg_p5jXN8AQM9LWM0D4loKWxJek", headers.get("webhook-id"));
        assertEquals("1614265330", headers.get("webhook-timestamp"));
        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", headers.get("webhook-signature"));
    }

    @Test
    void another_id_time_body_or_secret_has_another_signature() {
        Webhook webhook = Webhook.of("https://hooks.example.org/", () -> "one");
        Instant now = Instant.EPOCH;
        String signature = sign(webhook, "id", now, "{}");
        assertEquals(signature, sign(webhook, "id", now, "{}"));
        assertFalse(signature.equals(sign(webhook, "other", now, "{}")));
        assertFalse(signature.equals(sign(webhook, "id", now.plusSeconds(1), "{}")));
        assertFalse(signature.equals(sign(webhook, "id", now, "{} ")));
        assertFalse(signature.equals(sign(Webhook.of(webhook.url(), () -> "two"), "id", now, "{}")));
    }

    @Test
    void the_secret_is_not_in_its_text() {
        Webhook webhook = Webhook.of("https://hooks.example.org/", () -> "one");
        assertTrue(webhook.secret().startsWith("whsec_"));
        assertFalse(webhook.toString().contains(webhook.secret()));
    }

    private static String sign(Webhook webhook, String id, Instant now, String body) {
        return String.valueOf(
                webhook.headers(id, now, body.getBytes(StandardCharsets.UTF_8)).get("webhook-signature"));
    }
}
