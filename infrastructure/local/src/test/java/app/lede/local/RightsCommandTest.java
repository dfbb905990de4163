package app.lede.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.local.command.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsCommandTest {

    private static final String STORY =
            "<html><head><meta name=robots content=noai></head><body><article><h1>Bridge open</h1><p>"
                    + "The bridge over the river is open to traffic again, the city said on Friday. ".repeat(10)
                    + "</p></article></body></html>";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream results = new ByteArrayOutputStream();

    private String run(String... arguments) {
        PrintStream out = new PrintStream(results, true, StandardCharsets.UTF_8);
        assertEquals(0, Lede.run(new Terminal(out, System.err), arguments));
        return results.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void a_file_is_explained_with_what_its_server_would_have_sent() throws IOException {
        JsonNode report = Json.read(run(
                "rights",
                "--json",
                "--url",
                "https://news.example/open/bridge",
                "--header",
                "Content-Usage: search=y",
                "--robots",
                file("robots.txt", "User-agent: *\nContent-Usage: /open/ train-ai=n\n"),
                "--tdmrep",
                file("tdmrep.json", "[{\"location\":\"/\",\"tdm-reservation\":0}]"),
                "--licence",
                file(
                        "rsl.xml",
                        "<rsl xmlns='https://rslstandard.org/rsl'><content url='/open/'><license><permits"
                                + " type='usage'>all</permits><payment type='crawl'/></license></content></rsl>"),
                file("page.html", STORY)));
        assertEquals(
                "{\"search\":\"priced\",\"summary\":\"priced\",\"ai-input\":\"denied\",\"ai-train\":\"denied\"}",
                report.path("rights").toString());
        assertEquals(5, report.path("evidence").size());
        assertEquals("open", report.path("access").asText());
    }

    @Test
    void a_page_is_fetched_with_the_files_of_its_site() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String host = "127.0.0.1:" + site.getAddress().getPort();
        Map<String, String> files = Map.of(
                "/robots.txt", "License: http://" + host + "/terms.xml\n",
                "/terms.xml",
                        "<rsl xmlns='https://rslstandard.org/rsl'><content url='/'><license>"
                                + "<prohibits type='usage'>ai-train</prohibits></license></content></rsl>",
                "/bridge", STORY);
        site.createContext("/", exchange -> {
            byte[] body =
                    files.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        try {
            String lines = run("rights", "--gap", "0", "--allow", host, "http://" + host + "/bridge");
            assertTrue(lines.contains("ai-input  denied   robots (page): noai"), lines);
            assertTrue(lines.contains("rsl (http://" + host + "/terms.xml): prohibits ai-train"), lines);
            assertTrue(lines.contains("access    open"), lines);
        } finally {
            site.stop(0);
        }
    }

    @Test
    void a_page_that_may_not_be_fetched_is_told_as_such() {
        PrintStream out = new PrintStream(results, true, StandardCharsets.UTF_8);
        assertEquals(1, Lede.run(new Terminal(out, System.err), "rights", "http://127.0.0.1:8643/page"));
        String told = results.toString(StandardCharsets.UTF_8);
        assertTrue(told.contains("not fetched: "), told);
        assertFalse(told.contains("feed-only"), told);
    }
}
