package app.lede.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.local.command.ingestion.LibraryFailed;
import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.WrongUsage;
import app.lede.source.SourceId;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BackfillCommandTest {

    private static final String FEED = "https://news.example/feed";
    private static final String PATH = "/v1/sources/" + SourceId.ofUrl(FEED) + "/backfill";

    private final RecordedTerminal terminal = new RecordedTerminal();
    private final List<String> requests = new ArrayList<>();
    private HttpServer api;
    private int status = 202;
    private String state = "complete";

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            byte[] answer = ("{\"state\":\"" + state + "\",\"articles\":{\"sent\":3}}").getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void a_source_is_named_by_its_address_or_its_id_and_the_counts_are_printed() throws Exception {
        assertEquals(0, run(FEED, "--pages", "20", "--until", "2020-01-01"));
        assertEquals(0, run(SourceId.ofUrl(FEED).value()));
        assertEquals(
                List.of("POST " + PATH + " {\"pages\":20,\"until\":\"2020-01-01\"}", "POST " + PATH + " {}"), requests);
        assertEquals(
                "{\"state\":\"complete\",\"articles\":{\"sent\":3}}",
                terminal.results().getFirst());
    }

    @Test
    void a_backfill_that_stopped_is_no_success() throws Exception {
        state = "stopped";
        assertEquals(1, run(FEED));
    }

    @Test
    void a_refusal_is_told() {
        status = 409;
        assertThrows(LibraryFailed.class, () -> run(FEED));
        assertThrows(WrongUsage.class, () -> run("not an address"));
    }

    private int run(String... arguments) throws Exception {
        BackfillCommand command = new BackfillCommand(terminal.terminal());
        new CommandLine(command)
                .parseArgs(Stream.concat(
                                Stream.of(
                                        "--api",
                                        "http://127.0.0.1:" + api.getAddress().getPort()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
        return command.call();
    }
}
