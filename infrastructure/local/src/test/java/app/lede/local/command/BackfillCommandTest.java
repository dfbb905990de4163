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
    private String problem = "";

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            String run = "{\"state\":\"" + state + "\",\"articles\":{\"sent\":3}}";
            byte[] answer = (problem.isEmpty() ? run : problem).getBytes(UTF_8);
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
    void a_stop_is_told_with_its_cause_and_attempts() throws Exception {
        problem = "{\"state\":\"stopped\",\"attempts\":4,\"detail\":\"access denied\",\"pages\":{},\"articles\":{}}";
        assertEquals(1, run(FEED));
        assertEquals(
                "backfill: stopped, pages {}, articles {}, attempt 4 failed: access denied",
                terminal.messages().strip());
    }

    @Test
    void another_begins_where_it_is_asked_for() throws Exception {
        assertEquals(0, run(FEED, "--restart"));
        assertEquals(List.of("POST " + PATH + " {\"restart\":true}"), requests);
    }

    @Test
    void a_number_out_of_bounds_is_told_by_its_option() {
        status = 400;
        problem = "{\"detail\":\"expected a whole number from 1 to 500\",\"errors\":[{\"parameter\":\"pages\","
                + "\"detail\":\"expected a whole number from 1 to 500\"}]}";
        WrongUsage told = assertThrows(WrongUsage.class, () -> run(FEED, "--pages", "0"));
        assertEquals("--pages: expected a whole number from 1 to 500", told.getMessage());
    }

    @Test
    void a_refusal_is_told() {
        status = 409;
        problem = "{\"detail\":\"the source is not polled\"}";
        LibraryFailed told = assertThrows(LibraryFailed.class, () -> run(FEED));
        assertEquals("the API answered 409: the source is not polled", told.getMessage());
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
