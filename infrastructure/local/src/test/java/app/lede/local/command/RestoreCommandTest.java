package app.lede.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.command.terminal.WrongUsage;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RestoreCommandTest {

    private HttpServer tables;

    @BeforeEach
    void start() throws IOException {
        tables = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tables.createContext("/", exchange -> {
            byte[] answer = "{\"TableNames\":[\"articles\",\"restored-articles\",\"sources\"]}".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        tables.start();
    }

    @AfterEach
    void stop() {
        tables.stop(0);
    }

    @Test
    void the_stacks_own_table_is_not_what_it_is_restored_from() {
        assertEquals(
                "articles is the stack's own table; --from takes the new table that DynamoDB restored into",
                fault("articles", "--from", "articles"));
    }

    @Test
    void a_table_that_is_not_there_is_named() {
        assertEquals("there is no table backup", fault("articles", "--from", "backup"));
    }

    private String fault(String... arguments) {
        RestoreCommand command = new RestoreCommand(new RecordedTerminal().terminal());
        new CommandLine(command)
                .parseArgs(Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--dynamodb",
                                        "http://127.0.0.1:"
                                                + tables.getAddress().getPort()))
                        .toArray(String[]::new));
        return String.valueOf(assertThrows(WrongUsage.class, command::call).getMessage());
    }
}
