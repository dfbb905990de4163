package app.lede.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.Accept;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchRequest;
import app.lede.fetch.RequestSigner;
import app.lede.json.Json;
import app.lede.signature.SigningKey;
import app.lede.signature.WebBotAuth;
import app.lede.testkit.RawServer;
import app.lede.testkit.SignatureVerifier;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Requests as a server receives them, judged by another implementation of RFC 9421. */
class SignedRequestsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SigningKey KEY = SigningKey.of("a1".repeat(32));

    private final AtomicInteger nonce = new AtomicInteger();
    private final WebBotAuth signer = new WebBotAuth(
            () -> KEY, "https://api.lede.example", () -> "bm9uY2U" + nonce.getAndIncrement(), InstantSource.fixed(NOW));
    private final SignatureVerifier verifier = new SignatureVerifier("web-bot-auth");

    @Test
    void every_hop_is_signed_for_its_own_authority() throws IOException {
        try (RawServer to = page();
                RawServer from = new RawServer((path, out) ->
                        RawServer.redirect(out, 302, to.url("/page").toString()))) {
            assertInstanceOf(
                    FetchOutcome.Fetched.class,
                    fetch(FetchRequest.unconditional(from.url("/start"), Accept.PAGE), signer, from, to));
            Map<String, String> first = headers(from);
            Map<String, String> second = headers(to);
            assertNotEquals(first.get("Signature"), second.get("Signature"), second::toString);
            verify(NOW, from.url("/start"), first);
            verify(NOW, to.url("/page"), second);
            verify(NOW, to.url("/page"), first);
            verify(NOW.plusSeconds(299), from.url("/start"), first);
            verify(NOW.plusSeconds(301), from.url("/start"), first);
            verify(NOW, from.url("/start"), changed(first, "Signature-Agent", "sig1=\"https://other.example\""));
            verify(NOW, from.url("/start"), changed(first, "Signature", second.getOrDefault("Signature", "")));
            List<String> verdicts = verifier.verdicts();
            assertEquals(SignatureVerifier.VERIFIED, verdicts.get(0));
            assertEquals(SignatureVerifier.VERIFIED, verdicts.get(1));
            assertEquals("wrong", verdicts.get(2), "signed for another authority");
            assertEquals(SignatureVerifier.VERIFIED, verdicts.get(3));
            assertTrue(verdicts.get(4).contains("expired"), verdicts.get(4));
            assertEquals("wrong", verdicts.get(5), "keys of another agent");
            assertEquals("wrong", verdicts.get(6), "the signature of another request");
        }
    }

    @Test
    void conditional_requests_and_forms_are_signed_too() throws IOException {
        try (RawServer server = page()) {
            fetch(new FetchRequest(server.url("/feed"), "\"v1\"", null, Accept.FEED), signer, server);
            verify(NOW, server.url("/feed"), headers(server));
            fetch(FetchRequest.form(server.url("/hub"), Map.of("a", "b")), signer, server);
            verify(NOW, server.url("/hub"), headers(server));
            assertEquals(List.of(SignatureVerifier.VERIFIED, SignatureVerifier.VERIFIED), verifier.verdicts());
        }
    }

    @Test
    void nothing_is_signed_without_a_signer() throws IOException {
        try (RawServer server = page()) {
            fetch(FetchRequest.unconditional(server.url("/feed"), Accept.FEED), RequestSigner.NONE, server);
            headers(server).keySet().forEach(name -> assertFalse(name.startsWith("Signature"), name));
            verify(NOW, server.url("/feed"), headers(server));
            assertEquals(List.of(SignatureVerifier.UNSIGNED), verifier.verdicts());
        }
    }

    private static RawServer page() {
        return new RawServer(
                (path, out) -> RawServer.send(out, "200 OK", "", "page".getBytes(StandardCharsets.US_ASCII)));
    }

    private static FetchOutcome fetch(FetchRequest request, RequestSigner signer, RawServer... servers) {
        String allowed = String.join(
                ",", List.of(servers).stream().map(RawServer::address).toList());
        try (GuardedFetcher fetcher = new GuardedFetcher(
                new UserAgent("1.2", "https://lede.example/about"),
                AllowedAddresses.parse(allowed),
                signer,
                InstantSource.fixed(NOW),
                Fetching.LIMITS,
                InetAddress::getAllByName,
                pause -> {})) {
            return fetcher.fetch(request);
        }
    }

    private void verify(Instant now, URI url, Map<String, String> headers) {
        ArrayNode keys = Json.object().putArray("keys");
        keys.add(KEY.publicJwk());
        verifier.request(now, keys, "GET", url.toString(), headers);
    }

    /** Returns the header fields of the request that was received last. */
    private static Map<String, String> headers(RawServer server) {
        Map<String, String> headers = new HashMap<>();
        server.requests().getLast().lines().skip(1).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return headers;
    }

    private static Map<String, String> changed(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }
}
