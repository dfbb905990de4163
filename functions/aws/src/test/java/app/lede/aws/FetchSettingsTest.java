package app.lede.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.RequestSigner;
import app.lede.testkit.Samples;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FetchSettingsTest {

    private static final Map<String, String> REQUIRED = Map.of(
            "CONTACT",
            "https://desk.example.org/",
            "SIGNATURE_AGENT",
            "https://api.example.org",
            "HOST_GAP_SECONDS",
            "7");

    private static FetchSettings settings(Map<String, String> variables) {
        Environment environment = new Environment(variables, InstantSource.fixed(Samples.NOON));
        return FetchSettings.of(environment, new AwsClients(environment));
    }

    @Test
    void a_deployed_function_exempts_no_address_and_without_a_key_it_signs_nothing() {
        FetchSettings settings = settings(REQUIRED);
        assertEquals("https://desk.example.org/", settings.contact());
        assertEquals(AllowedAddresses.NONE, settings.allowed());
        assertSame(RequestSigner.NONE, settings.signer());
        assertEquals(Duration.ofSeconds(7), settings.gaps().of("news.example.org"));
    }

    @Test
    void the_local_stack_exempts_addresses_and_shortens_their_gaps() {
        Map<String, String> variables = new HashMap<>(REQUIRED);
        variables.put("ALLOWED_ADDRESSES", "127.0.0.1:8081");
        variables.put("HOST_GAPS", "127.0.0.1:8081=0.2");
        FetchSettings settings = settings(variables);
        assertTrue(settings.allowed().contains("127.0.0.1", 8081));
        assertEquals(Duration.ofMillis(200), settings.gaps().of("127.0.0.1:8081"));
    }

    @Test
    void a_missing_variable_is_named() {
        for (String name : REQUIRED.keySet()) {
            Map<String, String> variables = new HashMap<>(REQUIRED);
            variables.remove(name);
            IllegalStateException missing = assertThrows(IllegalStateException.class, () -> settings(variables));
            assertTrue(String.valueOf(missing.getMessage()).contains(name));
        }
    }
}
