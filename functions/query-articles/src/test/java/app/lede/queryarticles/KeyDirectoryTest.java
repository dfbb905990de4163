package app.lede.queryarticles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.lede.json.Json;
import app.lede.signature.KeyDirectory;
import app.lede.signature.SigningKey;
import app.lede.testkit.EventFiles;
import app.lede.testkit.Invocation;
import app.lede.testkit.Samples;
import app.lede.testkit.SignatureVerifier;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyDirectoryTest {

    private static final SigningKey PRESENT = SigningKey.of("present9".repeat(8));
    private static final SigningKey PREVIOUS = SigningKey.of("previous".repeat(8));
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.NOON);

    @Test
    void both_keys_are_published_and_each_proves_that_its_secret_is_held() throws IOException {
        JsonNode answer = ask(new KeyDirectory(() -> List.of(PRESENT, PREVIOUS), CLOCK));
        assertEquals(200, answer.path("statusCode").asInt());
        assertEquals(KeyDirectory.MEDIA_TYPE, answer.at("/headers/content-type").asText());
        assertEquals("public, max-age=3600", answer.at("/headers/cache-control").asText());
        JsonNode keys = Json.read(answer.path("body").asText()).path("keys");
        assertEquals(PRESENT.publicJwk(), keys.get(0));
        assertEquals(PREVIOUS.publicJwk(), keys.get(1));
        assertEquals(2, keys.size());

        SignatureVerifier verifier = new SignatureVerifier("http-message-signatures-directory");
        Map<String, String> headers = headers(answer);
        String here = "https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com" + KeyDirectory.PATH;
        verifier.response(Samples.NOON, keys, 200, headers, here);
        verifier.response(Samples.NOON, keys, 200, headers, "https://copy.example" + KeyDirectory.PATH);
        headers.put("content-digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
        verifier.response(Samples.NOON, keys, 200, headers, here);
        List<String> verdicts = verifier.verdicts();
        assertEquals(SignatureVerifier.VERIFIED, verdicts.get(0));
        assertFalse(verdicts.get(1).equals(SignatureVerifier.VERIFIED), "served by another host");
        assertFalse(verdicts.get(2).equals(SignatureVerifier.VERIFIED), "another body");
    }

    @Test
    void a_stack_that_does_not_sign_has_no_directory() throws IOException {
        assertEquals(404, ask(KeyDirectory.none()).path("statusCode").asInt());
    }

    private static JsonNode ask(KeyDirectory keys) throws IOException {
        return Invocation.of(new Library().handler(CLOCK, keys), EventFiles.read("query-articles", "get-signing-keys"))
                .answer();
    }

    private static Map<String, String> headers(JsonNode answer) {
        Map<String, String> headers = new HashMap<>();
        answer.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }
}
