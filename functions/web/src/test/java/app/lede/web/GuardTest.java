package app.lede.web;

import static app.lede.web.Fetching.LIMITS;
import static app.lede.web.Fetching.fetch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.fetch.Accept;
import app.lede.fetch.AddressRules;
import app.lede.fetch.AllowedAddresses;
import app.lede.fetch.FetchOutcome;
import app.lede.fetch.FetchOutcome.Blocked;
import app.lede.fetch.FetchOutcome.Fetched;
import app.lede.fetch.FetchRequest;
import app.lede.testkit.RawServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fetcher reaches no forbidden address, by links, redirects or DNS. */
class GuardTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path VECTORS =
            Path.of(System.getProperty("lede.repository"), "functions/core/src/test/resources/app/lede/fetch/security");

    static Stream<String> spellings() throws IOException {
        return Files.readAllLines(VECTORS.resolve("host_encodings.jsonl")).stream();
    }

    static Stream<String> addresses() throws IOException {
        return Files.readAllLines(VECTORS.resolve("ip_vectors.jsonl")).stream();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void a_redirect_to_any_spelling_of_a_private_host_is_blocked(String line) throws Exception {
        String target = JSON.readTree(line).get("url").textValue();
        byte[] utf8 = RawServer.head("HTTP/1.1 302 Found", "Location: " + utf8AsLatin1(target), "Content-Length: 0");
        try (RawServer server = new RawServer((path, out) -> out.write(utf8))) {
            assertInstanceOf(Blocked.class, fetch(server, "/"));
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void the_fence_connects_to_an_address_or_not_as_labelled(String line) throws Exception {
        JsonNode vector = JSON.readTree(line);
        String ip = vector.get("ip").textValue();
        GuardedResolver fence = fence(InetAddress::getAllByName);
        if (vector.get("block").booleanValue()) {
            assertThrows(BlockedAddressException.class, () -> fence.resolve(ip, 80));
        } else {
            assertEquals(List.of(new InetSocketAddress(InetAddress.getByName(ip), 80)), fence.resolve(ip, 80));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://[fd00:ec2::254]/",
                "http://169.254.170.2/v2/credentials",
                "http://127.0.0.1/",
                "http://localhost/",
                "http://0/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_x",
                "ftp://example.com/",
                "jar:file:///a!/b",
                "data:text/html,x",
                "http://user:secret@example.com/",
                "http://example.com:6379/",
                "http://[::1",
                "//[::ffff:127.0.0.1]/"
            })
    void a_redirect_to_what_no_reader_would_follow_is_blocked(String target) throws Exception {
        try (RawServer server = new RawServer((path, out) -> RawServer.redirect(out, 301, target))) {
            assertInstanceOf(Blocked.class, fetch(server, "/"));
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/",
                "http://127.0.0.1/",
                "http://[::1]/",
                "file:/etc/passwd",
                "mailto:a@b.example"
            })
    void a_request_for_it_is_blocked_too(String url) throws Exception {
        try (RawServer server = RawServer.saying("never asked")) {
            assertInstanceOf(Blocked.class, fetch(server, URI.create(url), LIMITS));
        }
    }

    @Test
    void five_redirects_are_followed_and_six_are_not() throws Exception {
        try (RawServer server = new RawServer((path, out) -> {
            int left = Integer.parseInt(path.substring(1));
            if (left == 0) {
                RawServer.send(out, "200 OK", "", new byte[1]);
            } else {
                RawServer.redirect(out, 302, "/" + (left - 1));
            }
        })) {
            assertEquals(
                    5,
                    assertInstanceOf(Fetched.class, fetch(server, "/5"))
                            .redirects()
                            .size());
            assertEquals("more than 5 redirects", blocked(fetch(server, "/6")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/b"})
    void a_loop_is_seen_when_it_closes(String start) throws Exception {
        try (RawServer server =
                new RawServer((path, out) -> RawServer.redirect(out, 302, path.equals("/b") ? "/c" : "/b"))) {
            assertEquals("redirect loop", blocked(fetch(server, start)));
            assertTrue(server.requests().size() <= 3);
        }
    }

    @Test
    void a_gate_that_sets_a_cookie_and_redirects_to_see_it_is_passed() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        try (RawServer server = new RawServer((path, out) -> {
            seen.add(path);
            if (seen.size() == 1) {
                RawServer.send(out, "302 Found", "Location: /a\r\nSet-Cookie: gate=ok; Path=/", new byte[0]);
            } else {
                RawServer.send(out, "200 OK", "", new byte[1]);
            }
        })) {
            assertInstanceOf(Fetched.class, fetch(server, "/a"));
            assertEquals(List.of("/a", "/a"), seen);
            assertTrue(server.requests().getLast().contains("Cookie: gate=ok"), server.requests()::toString);
        }
    }

    @Test
    void a_gate_that_never_opens_is_a_loop() throws Exception {
        try (RawServer server = new RawServer((path, out) ->
                RawServer.send(out, "302 Found", "Location: /a\r\nSet-Cookie: gate=closed", new byte[0]))) {
            assertEquals("redirect loop", blocked(fetch(server, "/a")));
            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void an_allowed_server_does_not_open_the_rest_of_its_host() throws Exception {
        try (RawServer other = RawServer.saying("HTTP/1.1 200 OK", "Content-Length: 0");
                RawServer server = new RawServer((path, out) ->
                        RawServer.redirect(out, 302, other.url("/").toString()))) {
            assertEquals("port " + other.port(), blocked(fetch(server, "/")));
            assertTrue(other.requests().isEmpty());
        }
    }

    @Test
    void a_name_that_resolves_to_a_private_address_is_blocked_with_the_reason() throws Exception {
        try (RawServer server = RawServer.saying("never asked");
                GuardedFetcher fetcher = Fetching.fetcher(server, LIMITS, host -> answer("10.1.2.3"))) {
            FetchRequest request = FetchRequest.unconditional(URI.create("http://innocent.example/"), Accept.PAGE);
            assertEquals("private network address 10.1.2.3", blocked(fetcher.fetch(request)));
        }
    }

    @Test
    void a_name_that_changes_its_answer_is_judged_by_the_answer_connected_to() throws Exception {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1"));
        GuardedResolver fence = fence(host -> answer(answers.remove()));
        assertEquals(
                "93.184.216.34",
                fence.resolve("rebind.example", 80).get(0).getAddress().getHostAddress());
        assertThrows(BlockedAddressException.class, () -> fence.resolve("rebind.example", 80));
    }

    @Test
    void a_fetch_asks_the_name_server_once_for_each_connection_and_connects_to_its_answer() throws Exception {
        List<String> asked = new ArrayList<>();
        try (RawServer server = new RawServer((path, out) -> RawServer.redirect(out, 302, "http://rebind.example/"));
                GuardedFetcher fetcher = Fetching.fetcher(server, LIMITS, host -> {
                    asked.add(host);
                    return answer("127.0.0.1");
                })) {
            URI url = URI.create("http://site.test:" + server.port() + "/");
            assertInstanceOf(Blocked.class, fetcher.fetch(FetchRequest.unconditional(url, Accept.PAGE)));
            assertEquals(List.of("site.test", "rebind.example"), asked);
        }
    }

    @Test
    void of_several_addresses_only_the_public_ones_are_connected_to() throws Exception {
        GuardedResolver fence = fence(host -> answer("127.0.0.1", "8.8.8.8", "::1"));
        assertEquals(List.of(new InetSocketAddress("8.8.8.8", 443)), fence.resolve("mixed.example", 443));
    }

    private static GuardedResolver fence(HostLookup lookup) throws UnknownHostException {
        return new GuardedResolver(lookup, new AddressRules(), AllowedAddresses.NONE);
    }

    private static InetAddress[] answer(String... addresses) throws UnknownHostException {
        InetAddress[] answer = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            answer[i] = InetAddress.getByName(addresses[i]);
        }
        return answer;
    }

    private static String blocked(FetchOutcome outcome) {
        return assertInstanceOf(Blocked.class, outcome).reason();
    }

    private static String utf8AsLatin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
