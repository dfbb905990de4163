package app.lede.local.command.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.local.command.terminal.RecordedTerminal;
import app.lede.local.wiring.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReleaseCommandTest {

    private static final String BOM = """
        {"bomFormat":"CycloneDX","components":[
          {"purl":"pkg:maven/org.example/parser@1.2?type=jar"},
          {"purl":"pkg:maven/app.lede/core@1.0?type=jar"},
          {"purl":"pkg:maven/org.example/reader@3.4?type=jar"}]}
        """;

    private final RecordedTerminal terminal = new RecordedTerminal();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path root;

    @BeforeEach
    void build() throws IOException {
        write("functions/poll-source/target/poll-source.zip", "zip");
        write("functions/core/target/core.jar", "no zip");
        write("infrastructure/local/target/lede.jar", "jar");
        write("target/bom.json", BOM);
    }

    @Test
    void what_is_delivered_has_a_checksum() throws IOException {
        release("{\"results\":[{},{}]}", 200);
        List<String> sums = Files.readAllLines(root.resolve("target/SHA256SUMS"));
        assertEquals(
                List.of(
                        "functions/poll-source/target/poll-source.zip",
                        "infrastructure/local/target/lede.jar",
                        "target/bom.json"),
                sums.stream().map(line -> line.substring(66)).toList());
        assertEquals(
                "4a70fe9aa6436e02c2dea340fbd1e352e4ef2d8ce6ca52ad25d4b95471fc8bf2",
                sums.getFirst().substring(0, 64));
    }

    @Test
    void a_known_advisory_fails_the_release_unless_it_is_accepted() throws IOException {
        String answer = "{\"results\":[{\"vulns\":[{\"id\":\"GHSA-1\"}]},{}]}";
        assertEquals(1, release(answer, 200));
        assertTrue(terminal.results().contains("advisory: GHSA-1 on pkg:maven/org.example/parser@1.2"));
        assertTrue(asked.getFirst().contains("reader@3.4") && !asked.getFirst().contains("app.lede"));
        write("infrastructure/advisories.txt", "# why\nGHSA-1 the parser is never given a schema\n");
        assertEquals(0, release(answer, 200));
        assertTrue(terminal.results().contains("advisories: 0 open, 1 accepted, on 2 packages"));
    }

    @Test
    void a_database_out_of_reach_is_told_and_fails_nothing() throws IOException {
        URI closed;
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {})) {
            closed = server.endpoint();
        }
        assertEquals(0, release(closed));
        assertEquals(0, release("", 503));
        assertEquals(0, release("{\"results\":[]}", 200));
        assertEquals(
                3,
                terminal.results().stream()
                        .filter(line -> line.startsWith("advisories: not checked, "))
                        .count());
    }

    @Test
    void without_a_key_nothing_is_signed_and_the_release_says_so() throws IOException {
        release("{\"results\":[{},{}]}", 200);
        assertTrue(terminal.results().contains("signature: none, as no key was given (-Dgpg.key=ID)"));
    }

    private int release(String answer, int status) throws IOException {
        try (LoopbackServer server = LoopbackServer.start(0, exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            LoopbackServer.send(exchange, status, answer.getBytes(StandardCharsets.UTF_8));
        })) {
            return release(server.endpoint());
        }
    }

    private int release(URI advisories) {
        return new CommandLine(new ReleaseCommand(terminal.terminal()))
                .execute("--root", root.toString(), "--key=", "--advisories", advisories.toString());
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }
}
