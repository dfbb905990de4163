package app.lede.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.lede.fetch.WebUrl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebBotAuthTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.750Z");

    private final WebBotAuth signer = new WebBotAuth(
            () -> MessageSignatureTest.TEST_KEY,
            "https://api.lede.example",
            () -> "bm9uY2U=",
            InstantSource.fixed(NOW));

    @Test
    void a_request_names_our_keys_and_is_signed_for_five_minutes() {
        Map<String, String> headers = headers("https://Site.example:443/a?b");
        assertEquals("sig1=\"https://api.lede.example\"", headers.get("Signature-Agent"));
        assertEquals(
                "sig1=(\"@authority\""
                    + " \"signature-agent\";key=\"sig1\");created=1772366400;keyid=\"poqkLGiymh_W0uP6PZFw-dvez3QJ"
                    + "T5SolqXBCW38r0U\";alg=\"ed25519\";expires=1772366700;nonce=\"bm9uY2U=\";tag=\"web-bot-auth\"",
                headers.get("Signature-Input"));
    }

    @Test
    void the_signature_is_for_one_authority_whatever_the_page() {
        assertEquals(headers("https://site.example/a"), headers("https://site.example/b"));
        assertEquals(headers("https://site.example/a"), headers("https://SITE.example:443/a"));
        for (String other : new String[] {"https://www.site.example/a", "https://site.example:8443/a"}) {
            assertNotEquals(
                    headers("https://site.example/a").get("Signature"),
                    headers(other).get("Signature"));
        }
    }

    private Map<String, String> headers(String url) {
        return signer.headers(WebUrl.of(url).orElseThrow());
    }
}
