package app.lede.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.lede.alert.WebhookSender.Sent;
import app.lede.fetch.AllowedAddresses;
import app.lede.testkit.RawServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedWebhooksTest {

    private static final byte[] BODY = "{\"name\":\"Dürre\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void a_webhook_gets_body_and_headers_as_they_were_signed() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            received.add(exchange.getRequestMethod());
            received.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            received.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        server.start();
        String address = "127.0.0.1:" + server.getAddress().getPort();
        try (GuardedWebhooks webhooks = webhooks(address)) {
            assertEquals(
                    new Sent.Accepted(202),
                    webhooks.post("http://" + address + "/hook", Map.of("webhook-id", "a"), BODY));
        } finally {
            server.stop(0);
        }
        assertEquals(
                List.of("POST", "a", "application/json", "{\"name\":\"Dürre\"}"),
                received.stream()
                        .map(text -> text.replace("; charset=UTF-8", ""))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"301 Moved", "307 Temporary Redirect", "404 Not Found", "500 Oops", "304 Not Modified"})
    void any_answer_but_success_is_a_failure_and_a_redirect_is_not_followed(String status) throws IOException {
        try (RawServer server =
                        RawServer.saying("HTTP/1.1 " + status, "Location: http://127.0.0.1:1/", "Content-Length: 0");
                GuardedWebhooks webhooks = webhooks(server.address())) {
            assertEquals(
                    new Sent.Failed("status " + status.substring(0, 3)),
                    webhooks.post(server.url("/").toString(), Map.of(), BODY));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void an_endless_body_or_a_silent_server_ends_with_the_deadline() throws IOException {
        try (RawServer server = new RawServer((path, out) -> Thread.sleep(60_000));
                GuardedWebhooks webhooks = webhooks(server.address())) {
            assertInstanceOf(Sent.Failed.class, webhooks.post(server.url("/").toString(), Map.of(), BODY));
        }
        try (RawServer server = new RawServer((path, out) -> {
                    out.write(RawServer.head("HTTP/1.1 200 OK"));
                    while (true) {
                        out.write(new byte[1_000]);
                    }
                });
                GuardedWebhooks webhooks = webhooks(server.address())) {
            assertEquals(new Sent.Accepted(200), webhooks.post(server.url("/").toString(), Map.of(), BODY));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://[::1]/",
                "http://2130706433/",
                "https://hooks.example.org:8443/",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "http://user:pass@hooks.example.org/",
                "not a url",
                "http://inside.test/"
            })
    void no_private_address_is_called_by_number_or_by_name(String url) {
        try (GuardedWebhooks webhooks = webhooks("127.0.0.1:1")) {
            assertInstanceOf(Sent.Blocked.class, webhooks.post(url, Map.of(), BODY));
        }
    }

    private static GuardedWebhooks webhooks(String allowed) {
        return new GuardedWebhooks(
                new UserAgent("1.2", "https://lede.example/about"),
                AllowedAddresses.parse(allowed),
                Fetching.impatient(Duration.ofMillis(500), Duration.ofSeconds(1)),
                host -> host.equals("inside.test")
                        ? new InetAddress[] {InetAddress.getByAddress(host, new byte[] {10, 0, 0, 7})}
                        : InetAddress.getAllByName(host));
    }
}
