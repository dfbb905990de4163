package app.lede.local.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.lede.json.Json;
import app.lede.testkit.LongRunning;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Starting and stopping a stack, and the state left behind. */
class StackLifeTest {
    private static final String TRICKY_KEY = "inbox/a+b c/ü.html";

    @TempDir
    private Path folder;

    private static Set<Thread> threadsThatKeepTheProcess() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void everything_listens_on_loopback_only_says_nothing_on_stdout_and_ends() throws Exception {
        Set<Thread> before = threadsThatKeepTheProcess();
        PrintStream stdout = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (RunningStack running = new RunningStack(folder)) {
            running.s3.putObject(put -> put.bucket("documents").key("inbox/x"), RequestBody.fromString("x"));
            List<String> recorded = running.recorded();
            assertEquals(1, recorded.size(), recorded::toString);
            Assumptions.assumeTrue(ListeningSockets.canBeTold(), "needs Linux to tell what listens");
            assertEquals(List.of(), ListeningSockets.elsewhere());
            assertTrue(ListeningSockets.onLoopback().size() >= 5);
        } finally {
            System.setOut(stdout);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
        RunningStack.await(() -> before.containsAll(threadsThatKeepTheProcess()));
        Set<Thread> left = threadsThatKeepTheProcess();
        left.removeAll(before);
        assertEquals(Set.of(), left);
    }

    @Test
    void a_request_for_another_host_s_name_is_refused() throws Exception {
        LoopbackServer server = LoopbackServer.start(0, exchange -> LoopbackServer.json(exchange, 200, "{}"));
        try (server) {
            assertTrue(get(server, "127.0.0.1:" + server.endpoint().getPort()).startsWith("HTTP/1.1 200"));
            assertTrue(get(server, "LocalHost").startsWith("HTTP/1.1 200"));
            assertTrue(get(server, "rebound.example").startsWith("HTTP/1.1 403"));
            assertTrue(get(server, "127.0.0.1.rebound.example").startsWith("HTTP/1.1 403"));
        }
    }

    private static String get(LoopbackServer server, String host) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void a_data_folder_keeps_objects_and_tables_for_the_next_stack() throws Exception {
        Path data = folder.resolve("data");
        try (RunningStack first = new RunningStack(folder, Optional.of(data), 0, Map.of())) {
            first.s3.putObject(
                    put -> put.bucket("documents")
                            .key(TRICKY_KEY)
                            .contentType("text/html")
                            .metadata(Map.of("url", "x")),
                    RequestBody.fromString("kept"));
            first.s3.putObject(put -> put.bucket("documents").key("inbox/z"), RequestBody.fromString("z"));
            first.s3.copyObject(copy -> copy.sourceBucket("documents")
                    .sourceKey(TRICKY_KEY)
                    .destinationBucket("documents")
                    .destinationKey("web/ä"));
            first.s3.deleteObject(delete -> delete.bucket("documents").key("inbox/z"));
        }
        try (RunningStack second = new RunningStack(folder, Optional.of(data), 0, Map.of())) {
            var object =
                    second.s3.getObjectAsBytes(get -> get.bucket("documents").key(TRICKY_KEY));
            assertEquals("kept", object.asUtf8String());
            assertEquals("text/html", object.response().contentType());
            assertEquals(Map.of("url", "x"), object.response().metadata());
            assertEquals(List.of(TRICKY_KEY, "web/ä"), keys(second, ""));
            assertEquals(List.of("web/ä"), keys(second, "web/ä"));
            assertEquals(List.of("things"), second.stack.names().tables());
        }
        try (var files = Files.walk(data)) {
            assertTrue(files.allMatch(file -> StandardCharsets.US_ASCII
                    .newEncoder()
                    .canEncode(file.getFileName().toString())));
        }
    }

    @Test
    void a_data_folder_keeps_secrets_and_their_rotation_for_the_next_stack() throws Exception {
        Optional<Path> data = Optional.of(folder.resolve("data"));
        String name;
        String rotated = "r".repeat(64);
        JsonNode before;
        try (RunningStack first = new RunningStack(folder, data, 0, Map.of())) {
            name = secrets(first, "ListSecrets", "{}").at("/SecretList/0/Name").asText();
            before = secrets(first, "GetSecretValue", "{\"SecretId\":\"" + name + "\"}");
        }
        String get = "{\"SecretId\":\"" + name + "\"}";
        try (RunningStack second = new RunningStack(folder, data, 0, Map.of())) {
            assertEquals(before, secrets(second, "GetSecretValue", get));
            secrets(second, "PutSecretValue", "{\"SecretId\":\"" + name + "\",\"SecretString\":\"" + rotated + "\"}");
        }
        try (RunningStack third = new RunningStack(folder, data, 0, Map.of())) {
            assertEquals(
                    rotated,
                    secrets(third, "GetSecretValue", get).path("SecretString").asText());
            secrets(third, "PutSecretValue", "{\"SecretId\":\"" + name + "\",\"SecretString\":\"third\"}");
            JsonNode versions = secrets(
                            third, "ListSecretVersionIds", "{\"SecretId\":\"" + name + "\",\"IncludeDeprecated\":true}")
                    .path("Versions");
            assertEquals(3, versions.size());
            JsonNode earlier = versions.get(2);
            assertEquals(before.path("VersionId"), earlier.path("VersionId"));
            assertTrue(earlier.path("VersionStages").isMissingNode());
            assertEquals(
                    before.path("SecretString"),
                    secrets(
                                    third,
                                    "GetSecretValue",
                                    "{\"SecretId\":\"" + name + "\",\"VersionId\":" + earlier.path("VersionId") + "}")
                            .path("SecretString"));
            String previous = "{\"SecretId\":\"" + name + "\",\"VersionStage\":\"AWSPREVIOUS\"}";
            assertEquals(
                    rotated,
                    secrets(third, "GetSecretValue", previous)
                            .path("SecretString")
                            .asText());
        }
    }

    private static JsonNode secrets(RunningStack running, String call, String request) throws Exception {
        return Json.read(
                running.send(HttpRequest.newBuilder(running.stack.endpoints().secretsManager())
                                .header("X-Amz-Target", "secretsmanager." + call)
                                .POST(HttpRequest.BodyPublishers.ofString(request))
                                .build())
                        .body());
    }

    private static List<String> keys(RunningStack running, String prefix) {
        return running
                .s3
                .listObjectsV2Paginator(
                        list -> list.bucket("documents").prefix(prefix).maxKeys(1))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    @LongRunning
    void under_chaos_every_document_arrives_some_twice_and_none_is_lost() throws Exception {
        Map<String, String> patient = Map.of("Visibility", "30", "MaxReceives", "5");
        try (RunningStack running = new RunningStack(folder, Optional.empty(), 0.4, patient)) {
            Set<String> sent =
                    IntStream.range(0, 40).mapToObj(i -> "inbox/" + i).collect(Collectors.toCollection(TreeSet::new));
            for (String key : sent) {
                running.s3.putObject(put -> put.bucket("documents").key(key), RequestBody.fromString(key));
            }
            List<String> arrived = running.recorded().stream()
                    .map(line -> line.replaceAll(".*\"key\":\"([^\"]+)\".*", "$1"))
                    .toList();
            assertEquals(sent, new TreeSet<>(arrived));
            assertTrue(arrived.size() > 45, "arrived " + arrived.size() + " times");
            assertEquals(0, running.stack.deadLetters());
            Map<Fault, Long> faults = running.stack.faults();
            assertTrue(
                    faults.keySet()
                            .containsAll(Set.of(
                                    Fault.LATE_MESSAGE,
                                    Fault.REPEATED_MESSAGE,
                                    Fault.UNACKNOWLEDGED,
                                    Fault.ERROR_INSTEAD,
                                    Fault.ERROR_AFTERWARDS)),
                    faults::toString);
        }
    }

    @Test
    void a_port_in_use_is_a_failure_that_names_it_and_leaves_nothing() throws Exception {
        Set<Thread> before = threadsThatKeepTheProcess();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int first = taken.getLocalPort() - 1;
            StackFailed failed = assertThrows(StackFailed.class, () -> Stack.start(
                            new StackOptions(
                                    RunningStack.template(),
                                    OptionalInt.of(first),
                                    Optional.empty(),
                                    Set.of(),
                                    Map.of(),
                                    0,
                                    0,
                                    InstantSource.system(),
                                    Map.of("RecordFile", "x")),
                            Map.of())
                    .close());
            assertTrue(String.valueOf(failed.getMessage()).contains("did not start"), failed::getMessage);
            assertTrue(String.valueOf(failed.getMessage()).contains("--port"), failed::getMessage);
        }
        RunningStack.await(() -> before.containsAll(threadsThatKeepTheProcess()));
    }

    @Test
    void a_handler_that_does_not_exist_is_refused_by_name() throws Exception {
        Path template = folder.resolve("template.yaml");
        Files.writeString(template, """
            Resources:
              Nobody: {Type: AWS::Serverless::Function, Properties: {Handler: app.lede.Nobody}}
            """);
        StackFailed failed = assertThrows(StackFailed.class, () -> Stack.start(StackOptions.of(template), Map.of())
                .close());
        assertTrue(String.valueOf(failed.getMessage()).contains("app.lede.Nobody"), failed::getMessage);
    }
}
