package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {

    private static String answer(HttpHandler handler, String request) throws IOException {
        try (LoopbackServer server = LoopbackServer.start(0, handler);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.endpoint().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void a_request_of_http_1_0_without_a_host_is_answered() throws IOException {
        String answer = answer(exchange -> LoopbackServer.json(exchange, 200, "{}"), "GET / HTTP/1.0\r\n\r\n");
        assertTrue(answer.contains(" 200 ") && answer.endsWith("{}"), answer);
    }

    @Test
    void whatever_a_handler_throws_is_answered_with_500() throws IOException {
        for (Throwable thrown : List.of(new StackOverflowError(), new IllegalStateException("broken"))) {
            String answer = answer(
                    exchange -> {
                        if (thrown instanceof Error error) {
                            throw error;
                        }
                        throw (RuntimeException) thrown;
                    },
                    "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertEquals(
                    "HTTP/1.1 500 Internal Server Error",
                    answer.lines().findFirst().orElse(""));
        }
    }
}
